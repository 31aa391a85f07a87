package fan.encore.wallet;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.Roles;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lots that end: told 30 and 7 days before, and posted as breakage when it is time. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Expiry {

  private static final int SOON_DAYS = 7;
  private static final int EARLY_DAYS = 30;

  private static final String NOTICE =
      """
      with told as (
        insert into encore.lot_notice (lot_id, days_before, noticed_at)
        select l.id, ?, ? from encore.lot l join encore.ledger_account a on a.id = l.purse_id and a.kind in ('paid', 'free')
         where l.is_open and l.expires_at > ? and l.expires_at <= ?
           and not exists (select from encore.lot_notice n where n.lot_id = l.id and n.days_before <= ?)
         order by l.id limit ?
        on conflict do nothing returning lot_id)
      select a.owner::bigint, sum(l.remaining), min(l.expires_at), min(l.id)
        from told join encore.lot l on l.id = told.lot_id join encore.ledger_account a on a.id = l.purse_id
       group by a.owner""";

  private record Ending(long accountId, long diamonds, Instant firstAt, long lot) {}

  @Inject private Sql sql;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  /**
   * Posts lots that have ended as breakage.
   *
   * @param limit how many to look at
   * @return how many ended
   */
  public int expireDue(int limit) {
    return (int) sql.number("select encore.expire_lots(?, ?)", clock.instant(), limit);
  }

  /**
   * Tells fans by mail which diamonds end soon, once 30 and once 7 days before. A lot that was made
   * later than that is told at the nearer distance only.
   *
   * @param limit how many lots to look at
   */
  public void tellDue(int limit) {
    tell(SOON_DAYS, 0, limit);
    tell(EARLY_DAYS, SOON_DAYS, limit);
  }

  private void tell(int days, int after, int limit) {
    Instant now = clock.instant();
    List<Ending> endings =
        sql.list(
            NOTICE,
            row ->
                new Ending(
                    row.getLong(1),
                    row.getLong(2),
                    row.getTimestamp(3).toInstant(),
                    row.getLong(4)),
            days,
            now,
            now.plus(Duration.ofDays(after)),
            now.plus(Duration.ofDays(days)),
            days,
            limit);
    endings.forEach(ending -> mail(ending, days));
  }

  private void mail(Ending ending, int days) {
    Contact contact = contacts.of(ending.accountId());
    outbox.put(
        Outgoing.mail(
            "wallet.mail.ending",
            "wallet.ending:" + days + ":" + ending.lot(),
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "diamonds", "%,d".formatted(ending.diamonds()),
                "when", when(ending.firstAt(), contact.locale()),
                "link", baseUrl + "/my/wallet"),
            ending.accountId()));
  }

  private String when(Instant at, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(ZoneId.of(zone)));
  }
}
