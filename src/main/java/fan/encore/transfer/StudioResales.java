package fan.encore.transfer;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Organizers say whether fans may sell tickets on, and see what they do. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class StudioResales {

  @Inject private Sql sql;
  @Inject private StudioEvents studio;

  /**
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public ResaleTerms terms(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS);
    return sql.first(
            "select * from encore.resale_terms where event_id = ?",
            row ->
                new ResaleTerms(
                    row.getBoolean("allowed"),
                    row.getInt("fee_per_mille"),
                    Sql.instant(row, "closes_at")),
            event.id())
        .orElse(new ResaleTerms(false, 0, null));
  }

  /**
   * Says what fans may do from now on. Open offers keep their price and what is kept of it; they
   * end when it is not allowed any more.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  @Audited("resale.terms")
  public void set(long accountId, @Audited.Subject String slug, @NotNull @Valid ResaleTerms terms) {
    EventDetail event = studio.detail(accountId, slug);
    sql.update(
        "insert into encore.resale_terms (event_id, allowed, fee_per_mille, closes_at)"
            + " values (?, ?, ?, ?::timestamptz) on conflict (event_id) do update set"
            + " allowed = excluded.allowed, fee_per_mille = excluded.fee_per_mille,"
            + " closes_at = excluded.closes_at",
        event.id(),
        terms.allowed(),
        terms.feePerMille(),
        terms.closesAt());
  }

  /**
   * The offers of the event's tickets, the latest first, without sellers; filters: ticket, status.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public Slice<ResaleRow> of(long accountId, String slug, ListQuery query) {
    return ResaleReading.slice(
        sql,
        studio.detail(accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS).id(),
        query);
  }
}
