package fan.encore.security;

import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Slows down guessing (OWASP ASVS 5.0, 6.3.1): within 15 minutes 10 attempts for an account from
 * one place, 50 for an account from everywhere, 200 from one place. An attempt is counted before
 * the password is looked at, and given back when it was right. Guests are counted like that, too:
 * 10 with one address and 60 in all from one place.
 */
@ApplicationScoped
public class AttemptLimit {

  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int FOR_ACCOUNT_FROM_PLACE = 10;
  private static final int FOR_ACCOUNT = 50;
  private static final int FROM_PLACE = 200;
  private static final int GUEST_FROM_PLACE = 10;
  private static final int GUESTS_FROM_PLACE = 60;

  @Inject private Sql sql;
  @Inject private Clock clock;

  private record Counted(String subject, Instant since, int attempts) {}

  /**
   * @param email as typed
   * @throws TooManyAttempts if this one is too many
   */
  void count(String email, String address) {
    count(subjects(email, address), FOR_ACCOUNT_FROM_PLACE, FOR_ACCOUNT, FROM_PLACE);
  }

  /**
   * @param email of a guest
   * @throws TooManyAttempts if this one is too many
   */
  void guest(String email, String address) {
    String place = AddressPrefix.of(address);
    String[] subjects = {
      Codes.sha256("guest " + email + " from " + place), Codes.sha256("guests from " + place)
    };
    count(subjects, GUEST_FROM_PLACE, GUESTS_FROM_PLACE);
  }

  private void count(String[] subjects, int... limits) {
    Instant now = clock.instant();
    List<Counted> counts =
        sql.list(
            "insert into encore.sign_in_attempt as a (subject, since, attempts)"
                + " select s, ?, 1 from unnest(?) s order by s"
                + " on conflict (subject) do update set"
                + " since = case when a.since < ? then excluded.since else a.since end,"
                + " attempts = case when a.since < ? then 1 else a.attempts + 1 end"
                + " returning subject, since, attempts",
            row -> new Counted(row.getString(1), Sql.instant(row, "since"), row.getInt(3)),
            now,
            subjects,
            now.minus(WINDOW),
            now.minus(WINDOW));
    for (Counted counted : counts) {
      int limit = limits[List.of(subjects).indexOf(counted.subject())];
      if (counted.attempts() > limit) {
        throw new TooManyAttempts(minutesUntil(counted.since().plus(WINDOW), now));
      }
    }
  }

  /**
   * The password was right: the account's count from here starts anew, the others take one back.
   */
  void giveBack(String email, String address) {
    String[] subjects = subjects(email, address);
    sql.update(
        "update encore.sign_in_attempt set attempts = case when subject = ? then 0 else greatest(0, attempts - 1) end"
            + " where subject in (select subject from encore.sign_in_attempt where subject = any(?) order by subject for update)",
        subjects[0],
        subjects);
  }

  static long minutesUntil(Instant end, Instant now) {
    return Math.max(1, (Duration.between(now, end).toSeconds() + 59) / 60);
  }

  private static String[] subjects(String email, String address) {
    String account = email.strip().toLowerCase(Locale.ROOT);
    String place = AddressPrefix.of(address);
    return new String[] {
      Codes.sha256(account + " from " + place),
      Codes.sha256("account " + account),
      Codes.sha256("place " + place)
    };
  }
}
