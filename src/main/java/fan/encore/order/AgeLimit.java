package fan.encore.order;

import fan.encore.shared.Sql;
import java.time.LocalDate;

/**
 * Whether somebody is old enough for an event on the day it takes place there. Who told us no birth
 * date is asked at the door.
 */
final class AgeLimit {

  private record Guest(LocalDate birthDate, LocalDate day, int minAge) {}

  private AgeLimit() {}

  /**
   * @throws TooYoung if the account's birth date is known and too late for the reserved event
   */
  static void refuseTooYoung(Sql sql, long reservationId) {
    sql.first(
            "select a.birth_date, (e.starts_at at time zone v.zone)::date as day, e.min_age"
                + " from encore.ticket_reservation r"
                + " join encore.live_event e on e.id = r.event_id and e.min_age > 0"
                + " join encore.venue v on v.id = e.venue_id"
                + " join encore.account a on a.id = r.account_id where r.id = ?",
            row ->
                new Guest(
                    row.getObject("birth_date", LocalDate.class),
                    row.getObject("day", LocalDate.class),
                    row.getInt("min_age")),
            reservationId)
        .filter(guest -> tooYoung(guest.birthDate(), guest.day(), guest.minAge()))
        .ifPresent(
            guest -> {
              throw new TooYoung(guest.minAge());
            });
  }

  /**
   * @param birthDate null when it is not known: then nobody is too young
   */
  static boolean tooYoung(LocalDate birthDate, LocalDate day, int minAge) {
    return birthDate != null && birthDate.plusYears(minAge).isAfter(day);
  }
}
