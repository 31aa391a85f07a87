package fan.encore.event;

/** How people are there. */
public enum Attendance {
  /** In the hall. */
  VENUE,
  /** By a link, from anywhere. */
  ONLINE,
  /** In the hall or by a link. */
  HYBRID;

  /** True when there is a hall to go to. */
  public boolean hasVenue() {
    return this != ONLINE;
  }

  /** True when there is a link to follow. */
  public boolean hasLink() {
    return this != VENUE;
  }
}
