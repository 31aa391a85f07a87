package fan.encore.event;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers on each node what events offer, so that a hold in a rush need not read it again. What
 * is remembered may be outdated; its edition tells the hold, which asks the database in its own
 * transaction.
 */
@ApplicationScoped
public class OfferMemory {

  /** More events than are sold at once by any node. */
  private static final int MOST = 2_000;

  private final Map<String, Remembered> known = new ConcurrentHashMap<>();
  private final Sql sql;
  private final TicketOffers offers;

  /**
   * An offer and the event's edition that it belongs to, or an earlier one.
   *
   * @param edition rises with each change of the offer
   */
  public record Remembered(Offer offer, long edition) {}

  @Inject
  public OfferMemory(Sql sql, TicketOffers offers) {
    this.sql = sql;
    this.offers = offers;
  }

  /** For the container's proxy. */
  protected OfferMemory() {
    this(null, null);
  }

  /**
   * What was offered when this node last looked.
   *
   * @throws EventNotFound if there is no such event, or none with ticket types that fans may see
   */
  public Remembered recent(String slug) {
    Remembered remembered = known.get(slug);
    return remembered == null ? fresh(slug) : remembered;
  }

  /**
   * What is offered now.
   *
   * @throws EventNotFound if there is no such event, or none with ticket types that fans may see
   */
  public Remembered fresh(String slug) {
    long edition =
        sql.first(
                "select edition from encore.live_event where slug = ?", row -> row.getLong(1), slug)
            .orElseThrow(EventNotFound::new);
    Remembered read = new Remembered(offers.of(slug), edition);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(slug, read);
    return read;
  }
}
