package fan.encore.transfer.api;

import fan.encore.transfer.EventTransfer;
import fan.encore.transfer.MovableTicket;
import fan.encore.transfer.TicketStep;
import fan.encore.transfer.TransferRow;
import fan.encore.transfer.TransferStatus;
import fan.encore.transfer.TransferTerms;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs see of transfers. */
final class TransferViews {

  private TransferViews() {}

  /**
   * @param ticket code of the ticket
   * @param mine whether the caller is the sender
   * @param other the address it was sent to, or what the sender calls herself
   * @param endedAt null while it is pending
   */
  @Schema(name = "TicketTransfer")
  public record Transfer(
      String code,
      String ticket,
      String event,
      String title,
      Instant startsAt,
      String zone,
      String type,
      boolean mine,
      String other,
      TransferStatus status,
      Instant offeredAt,
      Instant expiresAt,
      Instant endedAt) {
    static Transfer of(TransferRow row) {
      return new Transfer(
          row.code(),
          row.ticket(),
          row.eventSlug(),
          row.eventTitle(),
          row.startsAt(),
          row.zone().getId(),
          row.type(),
          row.mine(),
          row.other(),
          row.status(),
          row.offeredAt(),
          row.expiresAt(),
          row.endedAt());
    }
  }

  /**
   * @param kind such as {@code OFFERED}, {@code CLAIMED} or {@code RENAMED}
   * @param mine whether the caller did it
   * @param issue of the QR code that was valid afterwards
   */
  @Schema(name = "TransferStep")
  public record Step(String kind, boolean mine, int issue, Instant at) {
    static Step of(TicketStep step) {
      return new Step(step.kind(), step.mine(), step.issue(), step.at());
    }
  }

  /**
   * @param transferable whether the ticket may be sent to somebody now
   * @param renamable whether its name may be changed now
   * @param closesAt until when, at most
   * @param transfers that the caller sent, the latest first
   * @param history what happened to the ticket, the first step first
   */
  public record Moves(
      String ticket,
      String holder,
      boolean transferable,
      boolean renamable,
      Instant closesAt,
      List<Transfer> transfers,
      List<Step> history) {
    static Moves of(MovableTicket ticket, List<TransferRow> transfers, Instant now) {
      return new Moves(
          ticket.code(),
          ticket.holder(),
          ticket.transferable(now),
          ticket.renamable(now),
          ticket.terms().closesAt(),
          transfers.stream().map(Transfer::of).toList(),
          ticket.steps().stream().map(Step::of).toList());
    }
  }

  /**
   * @param closesAt first moment at which tickets stay where they are; null is the start of the
   *     event
   */
  @Schema(name = "TransferTerms")
  public record Terms(boolean transfersAllowed, boolean renamesAllowed, Instant closesAt) {
    static Terms of(TransferTerms terms) {
      return new Terms(terms.transfersAllowed(), terms.renamesAllowed(), terms.closesAt());
    }
  }

  /**
   * @param ticket code of the ticket
   * @param endedAt null while it is pending
   */
  public record Moved(
      String code,
      String ticket,
      String type,
      TransferStatus status,
      Instant offeredAt,
      Instant expiresAt,
      Instant endedAt) {
    static Moved of(EventTransfer row) {
      return new Moved(
          row.code(),
          row.ticket(),
          row.type(),
          row.status(),
          row.offeredAt(),
          row.expiresAt(),
          row.endedAt());
    }
  }
}
