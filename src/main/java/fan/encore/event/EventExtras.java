package fan.encore.event;

import java.time.Instant;
import java.util.List;

/**
 * What an event may say beside its title, place and time.
 *
 * @param onlineLink address for ticket holders; null where there is none, and for everybody else
 * @param onlineFrom when holders are shown the link; null means at once
 * @param minAge years a guest must have on that day, 0 for everybody
 * @param language {@code en} or {@code ja}, which title and description are written in
 * @param otherTitle title in the other language, or null
 * @param otherDescription description in the other language, or null
 * @param seriesCode code of the series it is a date of, or null
 * @param seriesTitle null like the code
 * @param postponedAt when it was moved last, or null
 * @param originalStartsAt when it would have begun before it was moved at all, or null
 * @param dateOpen moved, and nobody knows yet to when
 * @param refundUntil first moment at which tickets bought before it was moved cannot be given back
 *     any more; null gives no such right
 * @param notice the organizer's words about the move or the cancellation, or null
 * @param cancelledAt null while it may happen
 * @param pictures the first one stands for the event in lists
 */
public record EventExtras(
    Attendance attendance,
    String onlineLink,
    Instant onlineFrom,
    int minAge,
    String language,
    String otherTitle,
    String otherDescription,
    String seriesCode,
    String seriesTitle,
    Instant postponedAt,
    Instant originalStartsAt,
    boolean dateOpen,
    Instant refundUntil,
    String notice,
    Instant cancelledAt,
    List<EventPicture> pictures) {

  /**
   * A picture of an event.
   *
   * @param fileKey key of a public stored file
   * @param alt what it shows, for those who do not see it; may be empty
   */
  public record EventPicture(long id, String fileKey, String alt) {}

  public EventExtras {
    pictures = List.copyOf(pictures);
  }

  /** The same as everybody may know it. */
  EventExtras forEverybody() {
    return new EventExtras(
        attendance,
        null,
        onlineFrom,
        minAge,
        language,
        otherTitle,
        otherDescription,
        seriesCode,
        seriesTitle,
        postponedAt,
        originalStartsAt,
        dateOpen,
        refundUntil,
        notice,
        cancelledAt,
        pictures);
  }
}
