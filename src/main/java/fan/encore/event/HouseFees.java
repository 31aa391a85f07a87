package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What the service costs where no event says otherwise: everywhere, and in each currency; and which
 * events do say otherwise. A rule counts for what is held from now on.
 */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class HouseFees {

  private static final String OWN =
      " from (select f.event_id, null::bigint as type_id from encore.fee_rule f"
          + " where f.ended_at is null and f.event_id is not null"
          + " union select x.event_id, null from encore.tax_rule x"
          + " where x.ended_at is null and x.event_id is not null"
          + " union select y.event_id, y.id from encore.ticket_type y where exists"
          + " (select from encore.fee_rule f where f.ended_at is null and f.ticket_type_id = y.id)"
          + " or exists (select from encore.tax_rule x"
          + " where x.ended_at is null and x.ticket_type_id = y.id)) own"
          + " join encore.live_event e on e.id = own.event_id"
          + " left join encore.ticket_type t on t.id = own.type_id"
          + " left join encore.fee_rule fee on fee.ended_at is null and (fee.ticket_type_id = t.id"
          + " or t.id is null and fee.event_id = e.id)"
          + " left join encore.tax_rule tax on tax.ended_at is null and (tax.ticket_type_id = t.id"
          + " or t.id is null and tax.event_id = e.id)";

  private static final Map<String, String> SORTS =
      Map.of("title", "e.title", "startsAt", "e.starts_at");

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** The rules for currencies and everywhere, the latter first. */
  public List<FeeRow> fees() {
    return sql.list(
        "select f.* from encore.fee_rule f"
            + " where ended_at is null and ticket_type_id is null and event_id is null"
            + " order by currency nulls first",
        row ->
            new FeeRow(row.getString("currency"), FeeRule.of(row), Sql.instant(row, "valid_from")));
  }

  /**
   * Says what the service costs for every event in a currency, or everywhere.
   *
   * @param currency ISO 4217, or null for everywhere; then amounts make no sense
   * @throws CurrencyUnknown if there is no such currency, or amounts are without one
   */
  @Audited("event.fee")
  public void set(long accountId, @Audited.Subject String currency, @Valid FeeDraft draft) {
    boolean amounts = draft.fixedMinor() > 0 || draft.leastMinor() > 0 || draft.mostMinor() != null;
    if (currency == null ? amounts : !known(currency)) {
      throw new CurrencyUnknown();
    }
    new FeeRows(null, null, currency).begin(sql, clock.instant(), accountId, draft);
  }

  /**
   * Forgets the fee of a currency; the one for everywhere counts there then.
   *
   * @throws CurrencyUnknown without a currency: what counts everywhere can only be replaced
   */
  @Audited("event.fee_end")
  public void end(@Audited.Subject String currency) {
    if (currency == null) {
      throw new CurrencyUnknown();
    }
    new FeeRows(null, null, currency).end(sql, clock.instant());
  }

  /** Events and ticket types with a fee or tax of their own, by event; filter: title. */
  public Slice<OwnPriceRow> own(ListQuery query) {
    Where where = new Where().contains("e.title", query.filter("title"));
    long total = sql.number("select count(*)" + OWN + where.sql(), where.parameters());
    List<OwnPriceRow> rows =
        sql.list(
            "select e.slug, e.title, e.currency, t.name, "
                + PriceRules.COLUMNS
                + OWN
                + where.sql()
                + Where.order(query, SORTS, "e.id")
                + ", t.place nulls first limit ? offset ?",
            HouseFees::own,
            where.parameters(query.size(), query.first()));
    return new Slice<>(rows, total);
  }

  private static OwnPriceRow own(ResultSet row) throws SQLException {
    TaxRule tax = TaxRule.of(row);
    return new OwnPriceRow(
        row.getString("slug"),
        row.getString("title"),
        row.getString("currency"),
        row.getString("name"),
        row.getString("payer") == null ? null : FeeRule.of(row),
        row.getString("rate_basis_points") == null ? null : tax);
  }

  private static boolean known(String currency) {
    try {
      Money.zero(currency);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
