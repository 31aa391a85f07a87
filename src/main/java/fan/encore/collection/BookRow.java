package fan.encore.collection;

/**
 * How far a fan's collection of an artist is.
 *
 * @param all different items of the artist that fans own or could get
 * @param owned how many of them she has
 * @param fresh how many she has not looked at yet
 */
public record BookRow(String artistCode, String artistName, int all, int owned, int fresh) {

  /** Completed per cent, rounded down: 100 only when nothing is missing. */
  public int percent() {
    return all == 0 ? 0 : owned * 100 / all;
  }
}
