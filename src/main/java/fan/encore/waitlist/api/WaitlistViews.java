package fan.encore.waitlist.api;

import fan.encore.waitlist.PlaceStatus;
import fan.encore.waitlist.WaitingFan;
import fan.encore.waitlist.WaitingPlace;
import fan.encore.waitlist.WaitlistTerms;
import fan.encore.waitlist.WaitlistType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs see of waiting lists. */
final class WaitlistViews {

  private WaitlistViews() {}

  /**
   * @param ticketType its code
   * @param joinable whether a fan may join now
   * @param offerMinutes how long offered tickets are held
   * @param largestGroup most tickets that one fan may wait for
   * @param priorityMedals fans with so many medals of the artist come first; null: nobody
   * @param closesAt first moment at which nobody is offered anything; null is the end of the sale
   * @param waiting how many fans wait
   * @param tickets how many tickets they want
   * @param kept tickets that are kept for them
   */
  @Schema(name = "WaitlistRules")
  public record Rules(
      String ticketType,
      boolean active,
      boolean joinable,
      int offerMinutes,
      int largestGroup,
      Long priorityMedals,
      Instant closesAt,
      int waiting,
      int tickets,
      int kept) {
    static Rules of(WaitlistType type) {
      WaitlistTerms terms = type.terms();
      return new Rules(
          type.type(),
          terms.active(),
          type.joinable(),
          terms.offerMinutes(),
          terms.largestGroup(),
          terms.priorityMedals(),
          terms.closesAt(),
          type.waiting(),
          type.tickets(),
          type.kept());
    }
  }

  /**
   * @param closesAt null is the end of the sale
   */
  @Schema(name = "WaitlistTerms")
  public record Terms(
      boolean active, int offerMinutes, int largestGroup, Long priorityMedals, Instant closesAt) {
    WaitlistTerms terms() {
      return new WaitlistTerms(active, offerMinutes, largestGroup, priorityMedals, closesAt);
    }
  }

  /**
   * @param ahead how many fans come first
   * @param reservation that holds the offered tickets, or null
   * @param order made of it, or null
   * @param offerExpiresAt until when they are held, or null
   */
  @Schema(name = "WaitlistPlace")
  public record Place(
      String code,
      String event,
      String title,
      String type,
      int quantity,
      boolean priority,
      int ahead,
      PlaceStatus status,
      Instant joinedAt,
      String reservation,
      String order,
      Instant offerExpiresAt) {
    static Place of(WaitingPlace place) {
      return new Place(
          place.code(),
          place.eventSlug(),
          place.eventTitle(),
          place.type(),
          place.quantity(),
          place.priority(),
          place.ahead(),
          place.status(),
          place.joinedAt(),
          place.reservation(),
          place.orderCode(),
          place.offerExpiresAt());
    }
  }

  /**
   * @param fan what the fan calls herself
   */
  public record Waiting(
      String code,
      String type,
      String fan,
      int quantity,
      boolean priority,
      PlaceStatus status,
      Instant joinedAt,
      Instant offerExpiresAt) {
    static Waiting of(WaitingFan fan) {
      return new Waiting(
          fan.code(),
          fan.type(),
          fan.fan(),
          fan.quantity(),
          fan.priority(),
          fan.status(),
          fan.joinedAt(),
          fan.offerExpiresAt());
    }
  }
}
