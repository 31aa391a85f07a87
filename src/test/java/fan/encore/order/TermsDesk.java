package fan.encore.order;

import fan.encore.local.Crowd;
import fan.encore.order.HoldTickets.HoldLine;
import java.util.List;

/** Quotas, limits and promo codes of events at a box office, and what they count. */
record TermsDesk(BoxOffice office) {

  /** So many buyers at the same moment. */
  static final int BUYERS = 64;

  /** All buyers at the same moment; how many succeeded. */
  static long atOnce(Crowd.Turn<Boolean> attempt) throws Exception {
    return Crowd.wins(BUYERS, attempt);
  }

  /** A quota shared by all ticket types of the event. */
  void quota(String slug, int capacity) throws Exception {
    long found =
        number(
            "select coalesce(encore.define_quota(e.id, 'house', 'House', ?,"
                + " (select array_agg(t.id) from encore.ticket_type t where t.event_id = e.id)), 0)"
                + " from encore.live_event e where e.slug = ?",
            capacity,
            slug);
    if (found == 0) {
      throw new IllegalStateException("The quota is too small");
    }
  }

  /** Limits all types of the event. */
  void limit(String slug, int perPerson) throws Exception {
    office.transactions.run(
        () ->
            office.sql.update(
                "update encore.ticket_type set max_per_person = ? where event_id ="
                    + " (select id from encore.live_event where slug = ?)",
                perPerson,
                slug));
    office.transactions.run(
        () ->
            office.sql.list(
                "select encore.count_shares(t.id) from encore.ticket_type t"
                    + " join encore.live_event e on e.id = t.event_id where e.slug = ?",
                row -> true,
                slug));
  }

  /** A code that takes 10 % off; null is no limit. */
  void promo(String slug, String code, Integer uses, Integer perPerson, Long budgetMinor)
      throws Exception {
    office.transactions.run(
        () ->
            office.sql.update(
                "insert into encore.promo_code (event_id, code, kind, percent, max_uses,"
                    + " max_per_person, budget_minor, created_at) select id, ?, 'PERCENT', 10,"
                    + " ?::integer, ?::integer, ?::bigint, now() from encore.live_event"
                    + " where slug = ?",
                code,
                uses,
                perPerson,
                budgetMinor,
                slug));
  }

  ReservationView hold(long account, String slug, String key, String promo, HoldLine... lines)
      throws Exception {
    HoldTickets wanted = new HoldTickets(slug, List.of(lines), promo, null, null, slug + key);
    return office.transactions.outside(() -> office.holds.hold(account, wanted));
  }

  void release(long account, ReservationView held) throws Exception {
    office.transactions.run(() -> office.reservations.release(account, held.code()));
  }

  /** Free, held and sold of the event's quota. */
  List<Integer> quota(String slug) throws Exception {
    return office.transactions.call(
        () ->
            office
                .sql
                .first(
                    "select q.free, q.held, q.sold from encore.quota q join encore.live_event e"
                        + " on e.id = q.event_id where e.slug = ?",
                    row -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)),
                    slug)
                .orElseThrow());
  }

  /** Uses and what they took off, as the code counts them. */
  List<Long> promo(String slug, String code) throws Exception {
    return office.transactions.call(
        () ->
            office
                .sql
                .first(
                    "select p.uses, p.spent_minor from encore.promo_code p"
                        + " join encore.live_event e on e.id = p.event_id"
                        + " where e.slug = ? and p.code = ?",
                    row -> List.of(row.getLong(1), row.getLong(2)),
                    slug,
                    code)
                .orElseThrow());
  }

  /** Tickets that count against the fan's limits. */
  long share(String slug, long account) throws Exception {
    return number(
        "select coalesce(sum(s.quantity), 0) from encore.person_share s join encore.ticket_type t"
            + " on t.id = s.ticket_type_id join encore.live_event e on e.id = t.event_id"
            + " where e.slug = ? and s.account_id = ?",
        slug,
        account);
  }

  long number(String sql, Object... parameters) throws Exception {
    return office.transactions.call(() -> office.sql.number(sql, parameters));
  }
}
