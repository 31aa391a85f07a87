package fan.encore.transfer.api;

import fan.encore.app.api.Amount;
import fan.encore.transfer.ResaleRow;
import fan.encore.transfer.ResaleStatus;
import fan.encore.transfer.ResaleTerms;
import fan.encore.transfer.SellableTicket;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs see of tickets that fans sell on. */
final class ResaleViews {

  private ResaleViews() {}

  /**
   * @param ticket its code, for its seller and the organizer; null for others
   * @param seat its seat in words, or null
   * @param price what the buyer pays, without any further fee
   * @param fee what the organizer keeps of it
   * @param payout what the seller gets
   * @param held whether somebody is paying for it at this moment
   * @param awaited whether fans on the waiting list come first
   * @param buyable whether anybody can buy it now
   * @param closesAt until when it can be sold
   * @param endedAt null while it is open
   */
  @Schema(name = "ResaleOffer")
  public record Offer(
      String code,
      String ticket,
      String event,
      String title,
      Instant startsAt,
      String zone,
      String ticketType,
      String seat,
      Amount price,
      Amount fee,
      Amount payout,
      ResaleStatus status,
      boolean held,
      boolean awaited,
      boolean buyable,
      Instant offeredAt,
      Instant closesAt,
      Instant endedAt) {
    static Offer of(ResaleRow row, Instant now) {
      return new Offer(
          row.code(),
          row.ticket(),
          row.eventSlug(),
          row.eventTitle(),
          row.startsAt(),
          row.zone().getId(),
          row.type(),
          row.seat(),
          Amount.of(row.price()),
          Amount.of(row.fee()),
          Amount.of(row.payout()),
          row.status(),
          row.held(),
          row.awaited(),
          row.buyable(now),
          row.offeredAt(),
          row.closesAt(),
          row.endedAt());
    }
  }

  /**
   * @param sellable whether the ticket may be offered now
   * @param most what may be asked: what was paid for it, service fee included
   * @param feePerMille what the organizer keeps of the price
   * @param closesAt until when it can be sold
   * @param offer the open offer, or null
   */
  public record Chance(
      boolean sellable, Amount most, int feePerMille, Instant closesAt, Offer offer) {
    static Chance of(SellableTicket ticket, Instant now) {
      return new Chance(
          ticket.sellable(now),
          Amount.of(ticket.most()),
          ticket.feePerMille(),
          ticket.closesAt(),
          ticket.offer() == null ? null : Offer.of(ticket.offer(), now));
    }
  }

  /**
   * @param allowed whether fans may sell tickets on
   * @param feePerMille what the organizer keeps of the price, 0 to 300
   * @param closesAt first moment at which it is not possible any more; null is when the doors open
   */
  @Schema(name = "ResaleTerms")
  public record Terms(boolean allowed, int feePerMille, Instant closesAt) {
    static Terms of(ResaleTerms terms) {
      return new Terms(terms.allowed(), terms.feePerMille(), terms.closesAt());
    }
  }
}
