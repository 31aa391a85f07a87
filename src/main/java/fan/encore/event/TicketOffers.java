package fan.encore.event;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells what an event offers, for those who sell it. */
@Stateless
@PermitAll
public class TicketOffers {

  private final Sql sql;

  @Inject
  public TicketOffers(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  public TicketOffers() {
    this(null);
  }

  /**
   * @throws EventNotFound if there is no such event, or none with ticket types that fans may see
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Offer of(String slug) {
    return EventReading.offer(sql, slug)
        .filter(offer -> offer.status() != EventStatus.DRAFT)
        .orElseThrow(EventNotFound::new);
  }
}
