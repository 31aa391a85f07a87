package fan.encore.admin;

/** How something is, from best to worst. */
public enum Condition {
  /** Works. */
  WELL,
  /** Works, but somebody should look. */
  CARE,
  /** Does not work. */
  DOWN;

  /** The worse of the two. */
  public Condition and(Condition other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
