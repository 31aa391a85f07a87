package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Shows orders: to fans their own, to organizers those of their events, to administrators all. */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class Orders {

  private final Sql sql;
  private final StudioEvents studio;

  @Inject
  public Orders(Sql sql, StudioEvents studio) {
    this.sql = sql;
    this.studio = studio;
  }

  /** For the container's proxy. */
  public Orders() {
    this(null, null);
  }

  /**
   * @throws OrderNotFound if there is none, or it is somebody else's
   */
  public OrderView byCode(long accountId, String code) {
    return OrderReading.view(sql, code)
        .filter(order -> order.accountId() == accountId)
        .orElseThrow(OrderNotFound::new);
  }

  /** One fan's orders, the latest first. */
  public Slice<OrderRow> of(long accountId, int page, int size) {
    return OrderReading.slice(
        sql, new Where().equal("o.account_id", accountId), ListQuery.page(page, size));
  }

  /**
   * The orders of one's own event, for organizers.
   *
   * @throws fan.encore.event.EventNotFound if there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public Slice<OrderRow> ofEvent(long accountId, String slug, ListQuery query) {
    long eventId = studio.detail(accountId, slug, TeamPermission.ORDERS).id();
    return OrderReading.slice(sql, new Where().equal("o.event_id", eventId), query);
  }

  /** All orders, for administrators. */
  @RolesAllowed(Roles.ADMIN)
  public Slice<OrderRow> find(ListQuery query) {
    return OrderReading.slice(sql, new Where(), query);
  }

  /**
   * An order for those who work on it after the sale.
   *
   * @throws OrderNotFound if there is none
   */
  @PermitAll
  public OrderView forFulfilment(String code) {
    return OrderReading.view(sql, code).orElseThrow(OrderNotFound::new);
  }
}
