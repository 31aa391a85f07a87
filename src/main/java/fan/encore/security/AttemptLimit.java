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
 * the password is looked at, and given back when it was right.
 */
@ApplicationScoped
public class AttemptLimit {

  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int FOR_ACCOUNT_FROM_PLACE = 10;
  private static final int FOR_ACCOUNT = 50;
  private static final int FROM_PLACE = 200;

  @Inject private Sql sql;
  @Inject private Clock clock;

  private record Counted(String subject, Instant since, int attempts) {}

  /**
   * @param email as typed
   * @throws TooManyAttempts if this one is too many
   */
  void count(String email, String address) {
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
            subjects(email, address),
            now.minus(WINDOW),
            now.minus(WINDOW));
    String[] subjects = subjects(email, address);
    int[] limits = {FOR_ACCOUNT_FROM_PLACE, FOR_ACCOUNT, FROM_PLACE};
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
