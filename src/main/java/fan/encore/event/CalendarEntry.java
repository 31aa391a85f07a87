package fan.encore.event;

import java.time.Instant;

/**
 * An event as calendars know it.
 *
 * @param uid never changes, unique in the world
 * @param sequence rises with every change
 * @param description may be empty
 * @param location may be empty
 * @param url page to read more
 */
public record CalendarEntry(
    String uid,
    int sequence,
    Instant startsAt,
    Instant endsAt,
    String summary,
    String description,
    String location,
    String url,
    State state) {

  /** The states of RFC 5545, by their own names. */
  public enum State {
    /** It happens. */
    CONFIRMED,
    /** It was moved, and nobody knows yet to when. */
    TENTATIVE,
    CANCELLED;

    /** What calendars call the status of an event. */
    public static State of(EventStatus status, boolean dateOpen) {
      if (status == EventStatus.CANCELLED) {
        return CANCELLED;
      }
      return dateOpen ? TENTATIVE : CONFIRMED;
    }
  }
}
