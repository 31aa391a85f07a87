package fan.encore.ticket;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Shows the link of an online event to those who hold a valid ticket, from its time on. */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class OnlineLinks {

  /**
   * Where to follow an event.
   *
   * @param link null before its time, and while the organizer has not named it
   * @param from when it is shown; null means at once
   */
  public record OnlineLink(String link, Instant from) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * @return empty for an event without a link
   * @throws TicketNotFound if the account has no valid ticket with this code
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<OnlineLink> of(long accountId, String ticketCode) {
    return sql.first(
            "select e.attendance <> 'VENUE' and e.status <> 'CANCELLED' as online, e.online_link,"
                + " e.online_from from encore.ticket t join encore.live_event e on e.id = t.event_id"
                + " where t.code = ? and t.account_id = ? and t.status = 'ISSUED'",
            row ->
                row.getBoolean("online")
                    ? Optional.of(
                        new OnlineLink(
                            row.getString("online_link"), Sql.instant(row, "online_from")))
                    : Optional.<OnlineLink>empty(),
            ticketCode,
            accountId)
        .orElseThrow(TicketNotFound::new)
        .map(this::inTime);
  }

  private OnlineLink inTime(OnlineLink online) {
    boolean early = online.from() != null && clock.instant().isBefore(online.from());
    return early ? new OnlineLink(null, online.from()) : online;
  }
}
