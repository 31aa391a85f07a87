package fan.encore.promo;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * A promo code as its organizer sees it.
 *
 * @param percent 0 unless it is of this kind
 * @param amount off each ticket, null unless it is of this kind
 * @param ticketTypes names of the types that it is for; empty for all
 * @param maxUses null without a limit
 * @param maxPerPerson null without a limit
 * @param budget null without a limit
 * @param batch what was generated together, or null
 * @param uses live holds and orders with it
 * @param spent what it takes off in these
 */
public record PromoRow(
    String code,
    PromoKind kind,
    int percent,
    Money amount,
    boolean unlocks,
    List<String> ticketTypes,
    Integer maxUses,
    Integer maxPerPerson,
    Money budget,
    Instant validFrom,
    Instant validUntil,
    String batch,
    boolean active,
    int uses,
    Money spent) {

  public PromoRow {
    ticketTypes = List.copyOf(ticketTypes);
  }
}
