package fan.encore.ticket;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.PersonalLinks;
import fan.encore.account.Roles;
import fan.encore.event.EventCalledOff;
import fan.encore.event.EventMoved;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells ticket holders what becomes of their event. Who is to be told is written with the change
 * itself; the letters follow piece by piece, each once, however often the work stops in the middle.
 */
@Stateless
@PermitAll
public class HolderLetters {

  private record Letter(
      long change,
      long account,
      String kind,
      String words,
      String title,
      ZoneId zone,
      Instant originalStartsAt,
      Instant startsAt,
      boolean dateOpen,
      Instant refundUntil) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;

  @Inject private PersonalLinks links;

  /** The event was moved: everybody with a valid ticket hears of it. */
  public void onMoved(@Observes EventMoved moved) {
    list(moved.changeId(), moved.eventId());
  }

  /** The event was called off: everybody with a valid ticket hears of it. */
  public void onCalledOff(@Observes EventCalledOff off) {
    list(off.changeId(), off.eventId());
  }

  private void list(long change, long event) {
    sql.update(
        "insert into encore.holder_letter (change_id, account_id)"
            + " select distinct ?::bigint, account_id from encore.ticket"
            + " where event_id = ? and status = 'ISSUED' on conflict do nothing",
        change,
        event);
  }

  /**
   * Writes letters that are due.
   *
   * @param limit most letters of one call
   * @return how many were written; as many as the limit means that there may be more
   */
  @RolesAllowed(Roles.SYSTEM)
  public int writeDue(int limit) {
    List<Letter> due =
        sql.list(
            "with due as (select l.change_id, l.account_id from encore.holder_letter l"
                + " where l.told_at is null order by l.change_id, l.account_id limit ?"
                + " for update skip locked),"
                + " told as (update encore.holder_letter l set told_at = ? from due"
                + " where l.change_id = due.change_id and l.account_id = due.account_id)"
                + " select due.change_id, due.account_id, c.kind, c.words, e.title, v.zone,"
                + " e.original_starts_at, e.starts_at, e.date_open, e.refund_until from due"
                + " join encore.event_change c on c.id = due.change_id"
                + " join encore.live_event e on e.id = c.event_id"
                + " join encore.venue v on v.id = e.venue_id",
            HolderLetters::letter,
            limit,
            clock.instant());
    due.forEach(this::write);
    return due.size();
  }

  private void write(Letter letter) {
    Contact contact = contacts.of(letter.account());
    Locale locale = contact.locale();
    boolean moved = letter.kind().equals("POSTPONED");
    Instant was = letter.originalStartsAt() == null ? letter.startsAt() : letter.originalStartsAt();
    String refund =
        moved && letter.refundUntil() != null
            ? Texts.get(
                    locale,
                    "events.detail.refund_until",
                    day(letter.refundUntil(), letter.zone(), locale))
                + "\n\n"
            : "";
    outbox.put(
        Outgoing.mail(
            "events.mail." + (moved ? letter.dateOpen() ? "date_open" : "moved" : "cancelled"),
            "event.change:" + letter.change() + ":" + letter.account(),
            contact.email(),
            locale,
            Map.of(
                "name", contact.displayName(),
                "event", letter.title(),
                "was", day(was, letter.zone(), locale),
                "when", day(letter.startsAt(), letter.zone(), locale),
                "refund", refund,
                "words", letter.words().isEmpty() ? "" : letter.words() + "\n\n",
                "link", links.to(contact, letter.account(), moved ? "/my/tickets" : "/my/orders")),
            letter.account()));
  }

  private static String day(Instant at, ZoneId zone, Locale locale) {
    return Texts.moment(locale, FormatStyle.FULL, at.atZone(zone));
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getLong("change_id"),
        row.getLong("account_id"),
        row.getString("kind"),
        row.getString("words"),
        row.getString("title"),
        ZoneId.of(row.getString("zone")),
        Sql.instant(row, "original_starts_at"),
        Sql.instant(row, "starts_at"),
        row.getBoolean("date_open"),
        Sql.instant(row, "refund_until"));
  }
}
