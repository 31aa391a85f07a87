package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is sold: a name, a price and a window of time. How many are left is not here but in the
 * stock, which only SQL changes.
 */
@Entity
@Table(schema = "encore", name = "ticket_type")
public class TicketType {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private Long id;

  @Column(name = "event_id")
  private long eventId;

  @Column(name = "code")
  private String code;

  @Column(name = "name")
  private String name;

  @Column(name = "description")
  private String description;

  @Column(name = "price_minor")
  private long priceMinor;

  @Column(name = "sale_from")
  private Instant saleFrom;

  @Column(name = "sale_until")
  private Instant saleUntil;

  @Column(name = "max_per_order")
  private int maxPerOrder;

  @Column(name = "place")
  private int place;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected TicketType() {}

  /**
   * @param code unique within the event
   * @param place its position in the event's list, from 1
   * @throws SaleWindowWrong if the sale ends before it begins
   */
  public TicketType(LiveEvent event, String code, int place, TicketTypeDraft draft) {
    this.eventId = event.id();
    this.code = code;
    this.place = place;
    edit(draft, event.zone());
  }

  /**
   * Takes over what the organizer wrote; the price counts for reservations made from now on.
   *
   * @throws SaleWindowWrong if the sale ends before it begins
   */
  public final void edit(TicketTypeDraft draft, ZoneId zone) {
    name = draft.name().strip();
    description = draft.description().strip();
    priceMinor = draft.priceMinor();
    saleFrom = LiveEvent.at(draft.saleFrom(), zone);
    saleUntil = LiveEvent.at(draft.saleUntil(), zone);
    maxPerOrder = draft.maxPerOrder();
    if (!saleUntil.isAfter(saleFrom)) {
      throw new SaleWindowWrong();
    }
  }

  public long id() {
    return id;
  }

  public String code() {
    return code;
  }
}
