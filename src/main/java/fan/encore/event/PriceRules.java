package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;

/**
 * Fees and taxes: administrators say what the service costs and who pays it, organizers which tax
 * is in their prices. A rule counts for what is held from now on.
 */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class PriceRules {

  /** The rules of ticket type {@code t} of event {@code e}, as of now. */
  static final String JOINED =
      " left join lateral (select f.* from encore.fee_rule f where f.ended_at is null"
          + " and (f.ticket_type_id = t.id or f.event_id = e.id or f.currency = e.currency"
          + " or num_nonnulls(f.ticket_type_id, f.event_id, f.currency) = 0)"
          + " order by f.ticket_type_id is null, f.event_id is null, f.currency is null limit 1)"
          + " fee on true"
          + " left join lateral (select x.* from encore.tax_rule x where x.ended_at is null"
          + " and (x.ticket_type_id = t.id or x.event_id = e.id)"
          + " order by x.ticket_type_id is null limit 1) tax on true";

  /** The columns that {@link FeeRule#of} and {@link TaxRule#of} read. */
  static final String COLUMNS =
      "fee.share_basis_points, fee.fixed_minor, fee.least_minor, fee.most_minor, fee.payer,"
          + " tax.rate_basis_points, tax.included";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;

  /**
   * How the tickets of one's own event are priced.
   *
   * @throws EventNotFound if there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public List<TypePrice> of(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug);
    return sql.list(
        "select t.code, t.name, t.price_minor, e.currency, tax.ticket_type_id is not null as own_tax,"
            + " fee.ticket_type_id is not null as own_fee, "
            + COLUMNS
            + " from encore.ticket_type t join encore.live_event e on e.id = t.event_id"
            + JOINED
            + " where e.id = ? order by t.place",
        row ->
            new TypePrice(
                row.getString("code"),
                row.getString("name"),
                new Money(row.getLong("price_minor"), row.getString("currency")),
                FeeRule.of(row),
                row.getBoolean("own_fee"),
                TaxRule.of(row),
                row.getBoolean("own_tax")),
        event.id());
  }

  /**
   * Says which tax is in the prices of one's own event, or of one of its ticket types.
   *
   * @param typeCode null for the whole event
   * @throws TicketTypeNotFound if the event has no such type
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("event.tax")
  public void setTax(
      long accountId, @Audited.Subject String slug, String typeCode, @Valid TaxDraft draft) {
    Place place = place(accountId, slug, typeCode);
    endTax(place);
    sql.update(
        "insert into encore.tax_rule (ticket_type_id, event_id, rate_basis_points, included,"
            + " account_id, valid_from) values (?, ?, ?, ?, ?, ?)",
        place.typeId(),
        place.eventId(),
        draft.rateBasisPoints(),
        draft.included(),
        accountId,
        clock.instant());
  }

  /** Forgets the own tax of the event or type; the type has the event's then. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  @Audited("event.tax_end")
  public void endTax(long accountId, @Audited.Subject String slug, String typeCode) {
    endTax(place(accountId, slug, typeCode));
  }

  /**
   * Says what the service costs for an event or one of its ticket types.
   *
   * @param typeCode null for the whole event
   */
  @Audited("event.fee")
  public void setFee(
      long accountId, @Audited.Subject String slug, String typeCode, @Valid FeeDraft draft) {
    fees(accountId, slug, typeCode).begin(sql, clock.instant(), accountId, draft);
  }

  /** Forgets the own fee of the event or type. */
  @Audited("event.fee_end")
  public void endFee(long accountId, @Audited.Subject String slug, String typeCode) {
    fees(accountId, slug, typeCode).end(sql, clock.instant());
  }

  private record Place(Long typeId, Long eventId) {}

  private Place place(long accountId, String slug, String typeCode) {
    EventDetail event = studio.detail(accountId, slug);
    if (typeCode == null) {
      return new Place(null, event.id());
    }
    return event.types().stream()
        .filter(type -> type.code().equals(typeCode))
        .findFirst()
        .map(type -> new Place(type.id(), null))
        .orElseThrow(TicketTypeNotFound::new);
  }

  private FeeRows fees(long accountId, String slug, String typeCode) {
    Place place = place(accountId, slug, typeCode);
    return new FeeRows(place.typeId(), place.eventId(), null);
  }

  private void endTax(Place place) {
    sql.update(
        "update encore.tax_rule set ended_at = ? where ended_at is null"
            + " and ticket_type_id is not distinct from ? and event_id is not distinct from ?",
        clock.instant(),
        place.typeId(),
        place.eventId());
  }
}
