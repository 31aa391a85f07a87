package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Where orders are worked on: organizers find those of their own events, administrators all, and
 * both write notes beside them.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class OrderDesk {

  private static final String ROWS =
      "select o.id, o.code, o.status, e.slug, e.title, o.holder_name, a.email, o.total_minor,"
          + " o.refunded_minor, o.currency, o.placed_at,"
          + " (extract(epoch from o.placed_at) * 1000000)::bigint as micros,"
          + " (select sum(l.quantity) from encore.order_line l where l.order_id = o.id) as quantity,"
          + " (select sum(l.refunded) from encore.order_line l where l.order_id = o.id) as returned"
          + " from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
          + " left join encore.account a on a.id = o.account_id";

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;

  /**
   * Orders of the events whose orders the account may see, of all events for administrators; the
   * latest first.
   */
  public OrdersFound find(long accountId, OrderFilter wanted) {
    Where where = new Where();
    if (!context.isCallerInRole(Roles.ADMIN)) {
      where.and(
          "o.event_id = any (array(select encore.events_of(?, ?)))",
          accountId,
          TeamPermission.ORDERS);
    }
    wanted.narrow(where);
    wanted.begin(where);
    record Placed(OrdersFound.Row row, String place) {}
    List<Placed> found =
        sql.list(
            ROWS + where.sql() + " order by o.placed_at desc, o.id desc limit ?",
            row -> new Placed(row(row), row.getLong("micros") + "-" + row.getLong("id")),
            where.parameters(wanted.size() + 1));
    boolean more = found.size() > wanted.size();
    List<Placed> page = more ? found.subList(0, wanted.size()) : found;
    return new OrdersFound(
        page.stream().map(Placed::row).toList(), more ? page.get(page.size() - 1).place() : null);
  }

  /**
   * An order of an event whose orders one may see, or that one sold there by hand.
   *
   * @throws OrderNotFound if there is none
   * @throws fan.encore.event.EventNotFound if the account may not see it
   */
  public OrderView byCode(long accountId, String code) {
    OrderView order = OrderReading.view(sql, code).orElseThrow(OrderNotFound::new);
    if (soldBy(accountId, code)) {
      studio.detail(accountId, order.eventSlug(), TeamPermission.ORDERS, TeamPermission.SELL);
    } else {
      studio.detail(accountId, order.eventSlug(), TeamPermission.ORDERS);
    }
    return order;
  }

  private boolean soldBy(long accountId, String code) {
    return sql.number(
            "select count(*) from encore.ticket_order where code = ? and seller_account_id = ?",
            code,
            accountId)
        > 0;
  }

  /** What was written beside an order, the latest first. */
  public List<OrderNote> notes(long accountId, String code) {
    byCode(accountId, code);
    return sql.list(
        "select a.display_name, n.written_at, n.body from encore.order_note n"
            + " join encore.ticket_order o on o.id = n.order_id"
            + " join encore.account a on a.id = n.account_id where o.code = ? order by n.id desc",
        row ->
            new OrderNote(row.getString(1), Sql.instant(row, "written_at"), row.getString("body")),
        code);
  }

  /** Writes a note beside an order. */
  public void note(
      long accountId,
      String code,
      @NotBlank(message = "order.note_missing") @Size(max = 2000) String body) {
    byCode(accountId, code);
    sql.update(
        "insert into encore.order_note (order_id, account_id, written_at, body)"
            + " select id, ?, ?, ? from encore.ticket_order where code = ?",
        accountId,
        clock.instant(),
        body.strip(),
        code);
  }

  /** The buyer's mail address. */
  public String email(long accountId, String code) {
    byCode(accountId, code);
    return sql.first(
            "select a.email from encore.account a join encore.ticket_order o"
                + " on o.account_id = a.id where o.code = ?",
            row -> row.getString(1),
            code)
        .orElse("");
  }

  private static OrdersFound.Row row(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new OrdersFound.Row(
        row.getString("code"),
        OrderStatus.valueOf(row.getString("status")),
        row.getString("slug"),
        row.getString("title"),
        row.getString("holder_name"),
        row.getString("email"),
        row.getInt("quantity"),
        row.getInt("returned"),
        new Money(row.getLong("total_minor"), currency),
        new Money(row.getLong("refunded_minor"), currency),
        Sql.instant(row, "placed_at"));
  }
}
