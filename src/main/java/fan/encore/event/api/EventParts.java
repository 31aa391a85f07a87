package fan.encore.event.api;

import fan.encore.event.EventExtras;
import fan.encore.event.EventExtras.EventPicture;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs see of an event beside its time, place and tickets. */
final class EventParts {

  private EventParts() {}

  /**
   * @param description null in lists, and where there is none
   */
  public record Translation(String language, String title, String description) {
    static Translation of(String written, String title, String description) {
      return title == null && description == null
          ? null
          : new Translation(written.equals("en") ? "ja" : "en", title, description);
    }
  }

  /**
   * @param link null for everybody but the organizer; ticket holders ask {@code
   *     tickets/{code}/online-link}
   * @param from when ticket holders are shown the link; null means at once
   */
  public record Online(String link, Instant from) {
    static Online of(EventExtras extras) {
      return extras.attendance().hasLink()
          ? new Online(extras.onlineLink(), extras.onlineFrom())
          : null;
    }
  }

  /**
   * @param alt what it shows; may be empty
   */
  public record Picture(long id, String src, String alt) {
    static Picture of(EventPicture picture) {
      return new Picture(picture.id(), EventViews.media(picture.fileKey()), picture.alt());
    }
  }

  /** The series an event is a date of. */
  @Schema(name = "SeriesName")
  public record Series(String code, String title) {
    static Series of(EventExtras extras) {
      return extras.seriesCode() == null
          ? null
          : new Series(extras.seriesCode(), extras.seriesTitle());
    }
  }

  /**
   * @param dateOpen nobody knows yet to when
   * @param refundUntil until then who bought before may give the tickets back; null: no such right
   */
  public record Move(
      Instant postponedAt, Instant originalStartsAt, boolean dateOpen, Instant refundUntil) {
    static Move of(EventExtras extras) {
      return extras.postponedAt() == null
          ? null
          : new Move(
              extras.postponedAt(),
              extras.originalStartsAt(),
              extras.dateOpen(),
              extras.refundUntil());
    }
  }
}
