package fan.encore.transfer;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** Organizers say what fans may do with tickets, and see what they do. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class StudioTransfers {

  private static final Map<String, String> SORTS =
      Map.of("offeredAt", "f.offered_at", "status", "f.status", "ticket", "t.code");

  private static final String FROM =
      " from encore.ticket_transfer f join encore.ticket t on t.id = f.ticket_id"
          + " join encore.ticket_type y on y.id = t.ticket_type_id";

  @Inject private Sql sql;
  @Inject private StudioEvents studio;

  /**
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public TransferTerms terms(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS);
    return sql.first(
            "select * from encore.transfer_terms where event_id = ?",
            row ->
                new TransferTerms(
                    row.getBoolean("transfers_allowed"),
                    row.getBoolean("renames_allowed"),
                    Sql.instant(row, "closes_at")),
            event.id())
        .orElse(new TransferTerms(true, true, null));
  }

  /**
   * Says what fans may do from now on. What is on offer already can be claimed only if it would
   * still be allowed.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  @Audited("transfer.terms")
  public void set(
      long accountId, @Audited.Subject String slug, @NotNull @Valid TransferTerms terms) {
    EventDetail event = studio.detail(accountId, slug);
    sql.update(
        "insert into encore.transfer_terms (event_id, transfers_allowed, renames_allowed, closes_at)"
            + " values (?, ?, ?, ?::timestamptz) on conflict (event_id) do update set"
            + " transfers_allowed = excluded.transfers_allowed,"
            + " renames_allowed = excluded.renames_allowed, closes_at = excluded.closes_at",
        event.id(),
        terms.transfersAllowed(),
        terms.renamesAllowed(),
        terms.closesAt());
  }

  /**
   * The transfers of the event's tickets, the latest first, without addresses; filters: ticket,
   * status.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public Slice<EventTransfer> of(long accountId, String slug, ListQuery query) {
    Where where =
        new Where()
            .equal(
                "t.event_id",
                studio.detail(accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS).id())
            .startsWith("t.code", query.filter("ticket"))
            .equal("f.status", query.filter("status"));
    return new Slice<>(
        sql.list(
            "select f.*, t.code as ticket, y.name as type"
                + FROM
                + where.sql()
                + Where.order(query, SORTS, "f.id")
                + " limit ? offset ?",
            row ->
                new EventTransfer(
                    row.getString("code"),
                    row.getString("ticket"),
                    row.getString("type"),
                    TransferStatus.valueOf(row.getString("status")),
                    Sql.instant(row, "offered_at"),
                    Sql.instant(row, "expires_at"),
                    Sql.instant(row, "ended_at")),
            where.parameters(query.size(), query.first())),
        sql.number("select count(*)" + FROM + where.sql(), where.parameters()));
  }
}
