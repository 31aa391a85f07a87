package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Numbers of tickets that several types of an event share. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class Quotas {

  @Inject private Sql sql;
  @Inject private StudioEvents studio;

  /**
   * The quotas of one's own event, by name.
   *
   * @throws EventNotFound if there is no such event, or it is somebody else's
   */
  public List<QuotaRow> of(long accountId, String slug) {
    return sql.list(
        "select q.*, coalesce(array_agg(t.code order by t.place)"
            + " filter (where t.id is not null), '{}') as types,"
            + " coalesce(array_agg(t.name order by t.place)"
            + " filter (where t.id is not null), '{}') as names"
            + " from encore.quota q left join encore.quota_type m on m.quota_id = q.id"
            + " left join encore.ticket_type t on t.id = m.ticket_type_id"
            + " where q.event_id = ? and q.leading_type_id is null group by q.id order by q.name, q.id",
        Quotas::row,
        studio.detail(accountId, slug).id());
  }

  /**
   * Adds a quota; what is held and sold of its types already counts.
   *
   * @return its code
   * @throws CapacityTooLow if more than its capacity is held and sold
   * @throws TicketTypeNotFound if the event has no such type
   */
  @Audited("event.add_quota")
  public String add(long accountId, @Audited.Subject String slug, @Valid QuotaDraft draft) {
    EventDetail event = studio.detail(accountId, slug);
    String code = Slugs.unused(draft.name(), "quota", taken -> exists(event, taken));
    define(event, code, draft);
    return code;
  }

  /**
   * Changes a quota.
   *
   * @throws QuotaNotFound if there is none
   * @throws CapacityTooLow if more than its new capacity is held and sold
   */
  @Audited("event.edit_quota")
  public void edit(
      long accountId, @Audited.Subject String slug, String code, @Valid QuotaDraft draft) {
    EventDetail event = studio.detail(accountId, slug);
    if (!exists(event, code)) {
      throw new QuotaNotFound();
    }
    define(event, code, draft);
  }

  private void define(EventDetail event, String code, QuotaDraft draft) {
    Long[] types =
        draft.ticketTypes().stream().distinct().map(type -> id(event, type)).toArray(Long[]::new);
    sql.first(
            "select encore.define_quota(?, ?, ?, ?, ?)",
            row -> {
              long id = row.getLong(1);
              return row.wasNull() ? null : id;
            },
            event.id(),
            code,
            draft.name().strip(),
            draft.capacity(),
            types)
        .orElseThrow(CapacityTooLow::new);
  }

  private boolean exists(EventDetail event, String code) {
    return sql.number(
            "select count(*) from encore.quota"
                + " where event_id = ? and code = ? and leading_type_id is null",
            event.id(),
            code)
        > 0;
  }

  private static long id(EventDetail event, String typeCode) {
    return event.types().stream()
        .filter(type -> type.code().equals(typeCode))
        .map(TypeDetail::id)
        .findFirst()
        .orElseThrow(TicketTypeNotFound::new);
  }

  private static QuotaRow row(ResultSet row) throws SQLException {
    return new QuotaRow(
        row.getString("code"),
        row.getString("name"),
        row.getInt("capacity"),
        row.getInt("free"),
        row.getInt("held"),
        row.getInt("sold"),
        Arrays.asList((String[]) row.getArray("types").getArray()),
        Arrays.asList((String[]) row.getArray("names").getArray()));
  }
}
