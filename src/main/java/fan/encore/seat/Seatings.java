package fan.encore.seat;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.seat.SeatPlanJson.Sold;
import fan.encore.seat.Seating.PricedCategory;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What organizers do with the seats of their events. Another map or other prices for categories can
 * be chosen until the first ticket is held or sold; seats can be blocked at any time.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class Seatings {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;
  @Inject private SeatMaps maps;

  /**
   * How one's own event uses a map, or empty when it sells without seats.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public Optional<Seating> of(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug);
    return SeatingReading.of(sql, event.id());
  }

  /** The categories of a map with what they hold, none of them priced. */
  public List<PricedCategory> categories(long accountId, String mapCode) {
    SeatMap map = SeatMapReader.read(maps.byCode(accountId, mapCode).document());
    return SeatingReading.categories(map, Map.of(), Map.of());
  }

  /**
   * Copies a map of the event's venue into the event; its seats become the capacity of the types.
   *
   * @throws SeatMapNotFound if the venue has no such map
   * @throws CategoryUnmapped if a category has no type of the event, or a type has both seats and
   *     standing room
   * @throws SeatingFixed if tickets are held or sold already
   */
  @Audited("seat.choose_map")
  public void choose(long accountId, @Audited.Subject String slug, @Valid ChooseSeating wanted) {
    EventDetail event = studio.detail(accountId, slug);
    SeatMapView chosen = maps.byCode(accountId, wanted.seatMap());
    if (event.venue() == null || !chosen.row().venueCode().equals(event.venue().code())) {
      throw new SeatMapNotFound();
    }
    SeatMap map = SeatMapReader.read(chosen.document());
    List<PricedCategory> categories = SeatingReading.categories(map, wanted.categories(), Map.of());
    SeatingRows rows = new SeatingRows(sql, event, categories);
    rows.checkCategories();
    lockUnsold(event);
    Map<String, List<String>> fares = SeatingReading.fares(sql, event.id());
    rows.removeAll();
    sql.update(
        "insert into encore.event_seating"
            + " (event_id, seat_map_id, map_version, document, seats, chosen_at)"
            + " select ?, id, version, document, seats, ? from encore.seat_map where code = ?",
        event.id(),
        clock.instant(),
        wanted.seatMap());
    rows.insert(SeatLayout.of(map));
    rows.keepFares(fares);
  }

  /**
   * Sells the seats of a leading type as further types too, such as for children; they share its
   * seats. It can be changed at any time, as long as no ticket of a type that comes or goes is held
   * or sold.
   *
   * @throws NotSeated if the event has no seats
   * @throws FareRefused if a type cannot share these seats, or must not leave them
   */
  @Audited("seat.choose_fares")
  public void chooseFares(long accountId, @Audited.Subject String slug, @Valid ChooseFares wanted) {
    EventDetail event = studio.detail(accountId, slug);
    if (SeatingReading.of(sql, event.id()).isEmpty()) {
      throw new NotSeated();
    }
    new SeatingRows(sql, event, List.of()).defineFares(wanted.ticketType(), wanted.fares());
  }

  /**
   * Sells without seats again; the types keep their capacity.
   *
   * @throws SeatingFixed if tickets are held or sold already
   */
  @Audited("seat.remove_map")
  public void remove(long accountId, @Audited.Subject String slug) {
    EventDetail event = studio.detail(accountId, slug);
    lockUnsold(event);
    new SeatingRows(sql, event, List.of()).removeAll();
  }

  /**
   * Takes seats out of the sale, or puts them back; all or none.
   *
   * @throws SeatNotFree if one of them is held or sold
   * @throws SeatUnknown if the event has no such seat
   */
  @Audited("seat.block")
  public void block(
      long accountId,
      @Audited.Subject String slug,
      @NotEmpty @Size(max = 10_000) List<String> labels,
      boolean blocked) {
    EventDetail event = studio.detail(accountId, slug);
    Long[] ids = SeatNames.ids(sql, event.id(), labels).toArray(Long[]::new);
    sql.first(
            "select encore.block_seats(?, ?, ?)",
            row -> Sql.nullableLong(row, "block_seats"),
            event.id(),
            ids,
            blocked)
        .ifPresent(
            taken -> {
              throw new SeatNotFree(SeatNames.label(sql, taken));
            });
  }

  /**
   * Where every seat stands, in the order of the map: F free, H held, S sold, B blocked.
   *
   * @throws NotSeated if the event has no seats
   */
  public String states(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug);
    return sql.first(
            "select string_agg(case when s.blocked then 'B' when s.free then 'F'"
                + " when h.state = 'SOLD' then 'S' else 'H' end, '' order by s.place)"
                + " from encore.seat s left join encore.seat_hold h"
                + " on h.event_id = s.event_id and h.seat_id = s.id and h.state <> 'FREED'"
                + " where s.event_id = ?",
            row -> row.getString(1),
            event.id())
        .orElseThrow(NotSeated::new);
  }

  /**
   * The map of one's own event, published or not, as fans' browsers draw it.
   *
   * @throws NotSeated if the event has no seats
   */
  public String plan(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug);
    Seating seating = SeatingReading.of(sql, event.id()).orElseThrow(NotSeated::new);
    String document =
        sql.first(
                "select document::text from encore.event_seating where event_id = ?",
                row -> row.getString(1),
                event.id())
            .orElseThrow(NotSeated::new);
    return SeatPlanJson.write(
        event.slug(),
        event.title(),
        event.types().stream()
            .map(type -> new Sold(type.code(), type.name(), type.price(), type.maxPerOrder(), true))
            .toList(),
        SeatMapReader.read(document),
        seating);
  }

  /** Holds the stock still and sees that nothing of it was given away. */
  private void lockUnsold(EventDetail event) {
    Long[] types = event.types().stream().map(TypeDetail::id).toArray(Long[]::new);
    sql.first("select encore.lock_tickets(?)", row -> "", (Object) types);
    long given =
        sql.number(
            "select coalesce(sum(held + sold), 0) from encore.ticket_stock"
                + " where ticket_type_id = any (?)",
            (Object) types);
    if (given > 0) {
      throw new SeatingFixed();
    }
  }
}
