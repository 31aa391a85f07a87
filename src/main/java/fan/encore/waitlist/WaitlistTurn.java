package fan.encore.waitlist;

import fan.encore.order.OfferedHolds;
import fan.encore.shared.Sql;
import fan.encore.transfer.ResaleHolds;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One turn of one waiting list: what became of its offers, and who is next. All that is kept for
 * the list is freed for the length of the transaction, offered by the ordinary hold to those who
 * fit, and what is left is kept again at the commit.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WaitlistTurn {

  /** How many places a turn looks at. */
  private static final int SEEN = 200;

  /**
   * @param open whether fans are still offered tickets
   * @param queued whether the waiting room lets people in one by one: then nobody is offered any
   */
  private record WaitingList(
      long type, String slug, String typeCode, int minutes, boolean open, boolean queued) {}

  private record Next(String code, long account, int quantity) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private OfferedHolds holds;
  @Inject private ResaleHolds resales;
  @Inject private WaitlistMails mails;

  /**
   * @return how many offers were made; 0 too when another node works on the list
   */
  public int take(long typeId) {
    Instant now = clock.instant();
    Optional<WaitingList> found = lock(typeId, now);
    if (found.isEmpty()) {
      return 0;
    }
    WaitingList list = found.get();
    settle(typeId, now);
    if (!list.open()) {
      close(typeId, now);
    }
    int resold = list.open() ? offerResales(list, now) : 0;
    List<Next> next = waiting(typeId);
    int kept = kept(typeId);
    if (kept == 0
        || list.queued() && !next.isEmpty()
        || !next.isEmpty() && next.stream().noneMatch(one -> one.quantity() <= kept)) {
      return resold;
    }
    return resold + offer(list, next, now);
  }

  /**
   * Tickets that fans sell on, one each for those who wait for a single one, in the same order.
   * They come before what is kept, because they lock no stock.
   */
  private int offerResales(WaitingList list, Instant now) {
    List<String> offers = resales.waiting(list.type());
    if (offers.isEmpty()) {
      return 0;
    }
    Instant until = now.plus(Duration.ofMinutes(list.minutes()));
    List<Next> singles = new ArrayList<>(waiting(list.type()));
    singles.removeIf(one -> one.quantity() > 1);
    int made = 0;
    for (String offer : offers) {
      made += offerResale(offer, singles, now, until);
    }
    return made;
  }

  /** Whom it is not for keeps her place, but who may not buy any more loses it. */
  private int offerResale(String offer, List<Next> singles, Instant now, Instant until) {
    for (Iterator<Next> places = singles.iterator(); places.hasNext(); ) {
      Next one = places.next();
      String held = resales.holdInTurn(one.account(), offer, one.code(), until);
      switch (held) {
        case "OWN" -> {}
        case "CLOSED" -> {
          return 0;
        }
        case "PERSON" -> {
          places.remove();
          refuse(one, now);
        }
        default -> {
          places.remove();
          offered(one, held, now, until);
          return 1;
        }
      }
    }
    return 0;
  }

  private Optional<WaitingList> lock(long typeId, Instant now) {
    return sql.first(
        "select w.ticket_type_id, e.slug, t.code, w.offer_minutes, e.waiting_room, w.active and e.status = 'PUBLISHED'"
            + " and least(t.sale_until, e.ends_at, w.closes_at) > ? as open"
            + " from encore.waitlist w join encore.ticket_type t on t.id = w.ticket_type_id"
            + " join encore.live_event e on e.id = w.event_id"
            + " where w.ticket_type_id = ? for update of w skip locked",
        row ->
            new WaitingList(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean("open"),
                row.getBoolean("waiting_room")),
        now,
        typeId);
  }

  /** Offers whose reservation has ended are bought, or over. */
  private void settle(long typeId, Instant now) {
    List<String> lapsed =
        sql.list(
            "update encore.waitlist_entry p set ended_at = ?,"
                + " status = case r.status when 'SOLD' then 'BOUGHT' else 'LAPSED' end"
                + " from encore.ticket_reservation r where p.id in (select id from encore.waitlist_entry"
                + " where ticket_type_id = ? and status = 'OFFERED' for update skip locked)"
                + " and r.code = p.reservation and r.status <> 'HELD'"
                + " returning case p.status when 'LAPSED' then p.code end",
            row -> row.getString(1),
            now,
            typeId);
    lapsed.stream()
        .filter(code -> code != null)
        .forEach(code -> mails.lapsed(WaitlistReading.place(sql, code)));
  }

  private void close(long typeId, Instant now) {
    sql.list(
            "update encore.waitlist_entry set status = 'CLOSED', ended_at = ?"
                + " where ticket_type_id = ? and status = 'WAITING' returning code",
            row -> row.getString(1),
            now,
            typeId)
        .forEach(code -> mails.closed(WaitlistReading.place(sql, code)));
  }

  /** Those who wait, in the published order. */
  private List<Next> waiting(long typeId) {
    return sql.list(
        "select code, account_id, quantity from encore.waitlist_entry"
            + " where ticket_type_id = ? and status = 'WAITING'"
            + " order by priority desc, joined_at, id limit ? for update skip locked",
        row -> new Next(row.getString(1), row.getLong(2), row.getInt(3)),
        typeId,
        SEEN);
  }

  private int kept(long typeId) {
    return (int)
        sql.number(
            "select coalesce(sum(l.quantity), 0) from encore.waitlist_kept k"
                + " join encore.reservation_line l on l.reservation_id = k.reservation_id"
                + " where k.ticket_type_id = ?",
            typeId);
  }

  private int offer(WaitingList list, List<Next> next, Instant now) {
    int left = (int) sql.number("select encore.release_kept(?)", list.type());
    Instant until = now.plus(Duration.ofMinutes(list.minutes()));
    int made = 0;
    for (Next one : next) {
      if (one.quantity() > left) {
        continue;
      }
      if (offer(list, one, now, until)) {
        left -= one.quantity();
        made++;
      } else {
        refuse(one, now);
      }
    }
    return made;
  }

  /** She may not buy any more, such as when she has as many as one person may. */
  private void refuse(Next one, Instant now) {
    sql.update(
        "update encore.waitlist_entry set status = 'CLOSED', ended_at = ? where code = ?",
        now,
        one.code());
    mails.closed(WaitlistReading.place(sql, one.code()));
  }

  private boolean offer(WaitingList list, Next one, Instant now, Instant until) {
    Optional<String> reservation =
        holds.hold(one.account(), list.slug(), list.typeCode(), one.quantity(), one.code(), until);
    reservation.ifPresent(code -> offered(one, code, now, until));
    return reservation.isPresent();
  }

  private void offered(Next one, String reservation, Instant now, Instant until) {
    sql.update(
        "update encore.waitlist_entry set status = 'OFFERED', reservation = ?, offered_at = ?,"
            + " offer_expires_at = ? where code = ?",
        reservation,
        now,
        until,
        one.code());
    mails.offered(WaitlistReading.place(sql, one.code()), one.account());
  }
}
