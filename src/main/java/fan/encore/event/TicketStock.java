package fan.encore.event;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;

/**
 * Moves tickets between free, held and sold, always in the caller's transaction. One SQL function
 * does it for all verbs: {@code move_tickets} in V012.
 */
@Stateless
@PermitAll
public class TicketStock {

  /**
   * So many tickets of one type.
   *
   * @param tickets more than 0
   */
  public record Quantity(long ticketTypeId, int tickets) {}

  private final Sql sql;

  @Inject
  public TicketStock(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  public TicketStock() {
    this(null);
  }

  /**
   * Free tickets become held ones, all or none.
   *
   * @return empty, or the id of a type that has not enough; then nothing was taken
   */
  public OptionalLong take(List<Quantity> quantities) {
    return move(quantities, -1, 1, 0);
  }

  /** Held tickets become sold ones. */
  public void sell(List<Quantity> quantities) {
    demand(move(quantities, 0, -1, 1));
  }

  /** Sold tickets become free again. */
  public void unsell(List<Quantity> quantities) {
    demand(move(quantities, 1, 0, -1));
  }

  private OptionalLong move(List<Quantity> quantities, int free, int held, int sold) {
    Long[] types = quantities.stream().map(Quantity::ticketTypeId).toArray(Long[]::new);
    Integer[] tickets = quantities.stream().map(Quantity::tickets).toArray(Integer[]::new);
    Long lacking =
        sql.first(
                "select encore.move_tickets(?, ?, ?, ?, ?)",
                row -> {
                  long id = row.getLong(1);
                  return row.wasNull() ? -1L : id;
                },
                types,
                tickets,
                free,
                held,
                sold)
            .orElse(-1L);
    return lacking < 0 ? OptionalLong.empty() : OptionalLong.of(lacking);
  }

  private static void demand(OptionalLong lacking) {
    if (lacking.isPresent()) {
      throw new IllegalStateException(
          "Tickets of type " + lacking.getAsLong() + " that should be there are missing");
    }
  }
}
