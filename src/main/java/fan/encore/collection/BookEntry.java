package fan.encore.collection;

/**
 * A place in a fan's collection book.
 *
 * @param copies how many she has; 0 leaves the place empty
 * @param isNew whether she has not looked at it yet
 */
public record BookEntry(Item item, ItemKind kind, int copies, boolean isNew) {
  public boolean owned() {
    return copies > 0;
  }
}
