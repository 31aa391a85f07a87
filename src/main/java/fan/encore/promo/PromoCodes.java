package fan.encore.promo;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Tells what a promo code promises. Whether it has uses left is decided when tickets are held. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PromoCodes {

  private final Sql sql;

  @Inject
  public PromoCodes(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  public PromoCodes() {
    this(null);
  }

  /**
   * @param code as it was typed
   * @throws PromoUnknown if the event has no such code, or its time is not now
   */
  public Promo usable(long eventId, String code, Instant now) {
    return sql.first(
            "select p.*, (select array_agg(t.ticket_type_id) from encore.promo_code_type t"
                + " where t.promo_code_id = p.id) as types"
                + " from encore.promo_code p where p.event_id = ? and p.code = ?",
            PromoCodes::promo,
            eventId,
            code.strip().toUpperCase(Locale.ROOT))
        .filter(promo -> promo.valid(now))
        .orElseThrow(PromoUnknown::new);
  }

  /**
   * Ids of the hidden ticket types that a code opens; none when it opens nothing now.
   *
   * @param code as it was typed, or null
   */
  public Set<Long> unlocked(String slug, String code, Instant now) {
    return code == null || code.isBlank()
        ? Set.of()
        : Set.copyOf(
            sql.list(
                "select t.id from encore.live_event e join encore.promo_code p on p.event_id = e.id"
                    + " join encore.ticket_type t on t.event_id = e.id and t.hidden"
                    + " where e.slug = ? and p.code = ? and p.active and p.unlocks"
                    + " and (p.valid_from is null or p.valid_from <= ?)"
                    + " and (p.valid_until is null or p.valid_until > ?)"
                    + " and (not exists (select from encore.promo_code_type m"
                    + " where m.promo_code_id = p.id) or exists (select from"
                    + " encore.promo_code_type m where m.promo_code_id = p.id"
                    + " and m.ticket_type_id = t.id))",
                row -> row.getLong(1),
                slug,
                code.strip().toUpperCase(Locale.ROOT),
                now,
                now));
  }

  private static Promo promo(ResultSet row) throws SQLException {
    Array types = row.getArray("types");
    return new Promo(
        row.getLong("id"),
        row.getString("code"),
        PromoKind.valueOf(row.getString("kind")),
        row.getInt("percent"),
        row.getLong("amount_minor"),
        row.getBoolean("unlocks"),
        Sql.instant(row, "valid_from"),
        Sql.instant(row, "valid_until"),
        row.getBoolean("active"),
        types == null ? Set.of() : Set.of((Long[]) types.getArray()));
  }
}
