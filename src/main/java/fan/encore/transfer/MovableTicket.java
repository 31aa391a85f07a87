package fan.encore.transfer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A ticket and what its owner may do with it.
 *
 * @param orderCode of the order that it was bought with
 * @param venue name and city
 * @param terms the organizer's, with the moment at which they close
 * @param usable neither used nor cancelled
 * @param steps what happened to it, the first step first
 */
public record MovableTicket(
    long id,
    long eventId,
    String code,
    String orderCode,
    String eventSlug,
    String eventTitle,
    Instant startsAt,
    ZoneId zone,
    String venue,
    String type,
    String holder,
    boolean published,
    boolean usable,
    TransferTerms terms,
    List<TicketStep> steps) {

  /** Whether it may be sent to somebody now. */
  public boolean transferable(Instant now) {
    return terms.transfersAllowed() && movable(now);
  }

  /** Whether its name may be changed now. */
  public boolean renamable(Instant now) {
    return terms.renamesAllowed() && movable(now);
  }

  private boolean movable(Instant now) {
    return usable && published && now.isBefore(terms.closesAt());
  }
}
