package fan.encore.transfer;

import fan.encore.account.Contacts;
import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketNotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Fans send tickets to an address, and take them back while nobody has claimed them. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Transfers {

  /** How long a ticket waits to be claimed, at most. */
  static final Duration LIFE = Duration.ofDays(7);

  /**
   * So many tickets a fan may send in a day: these mails go to addresses that asked for nothing.
   */
  static final int PER_DAY = 20;

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TransferMails mails;
  @Inject private Contacts contacts;
  @Inject private Idempotency calls;

  /**
   * Offers a ticket to whoever reads mail at the address, for a week or until the organizer's last
   * moment. The ticket stays the sender's until it is claimed. The same key and request again
   * answer the same transfer.
   *
   * @throws TicketNotFound if the fan has no such ticket
   * @throws TransfersClosed if the organizer does not allow it, or not any more
   * @throws OwnAddress if it is the fan's own address
   * @throws TooManyTransfers after {@link #PER_DAY} in a day
   * @throws TicketSpent if it was used or cancelled
   * @throws TicketPromised if it is on offer already
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  public TransferRow offer(long accountId, @Valid OfferTicket wish) {
    String code =
        calls.once(
            accountId,
            "ticket.transfer",
            wish.key(),
            wish.canonical(),
            () -> offerOnce(accountId, wish));
    return byCode(accountId, code);
  }

  private String offerOnce(long accountId, OfferTicket wish) {
    Instant now = clock.instant();
    MovableTicket ticket =
        TransferReading.ticket(sql, accountId, wish.ticket()).orElseThrow(TicketNotFound::new);
    if (!ticket.usable()) {
      throw new TicketSpent();
    }
    if (!ticket.transferable(now)) {
      throw new TransfersClosed();
    }
    if (wish.email().equalsIgnoreCase(contacts.of(accountId).email())) {
      throw new OwnAddress();
    }
    refuseFlood(accountId, now);
    String code = Codes.random("TRF-", 12);
    Instant week = now.plus(LIFE);
    Instant closes = ticket.terms().closesAt();
    enter(accountId, wish, code, now, closes.isBefore(week) ? closes : week);
    mails.offered(TransferReading.transfer(sql, accountId, code).orElseThrow());
    return code;
  }

  private void refuseFlood(long accountId, Instant now) {
    long today =
        sql.number(
            "select count(*) from encore.ticket_transfer where from_account_id = ? and offered_at > ?",
            accountId,
            now.minus(Duration.ofDays(1)));
    if (today >= PER_DAY) {
      throw new TooManyTransfers();
    }
  }

  private void enter(
      long accountId, OfferTicket wish, String code, Instant now, Instant expiresAt) {
    answered(
        sql.first(
                "select encore.offer_ticket(?, ?, ?, ?, ?, ?)",
                row -> row.getString(1),
                wish.ticket(),
                accountId,
                code,
                wish.email(),
                now,
                expiresAt)
            .orElseThrow(TicketNotFound::new));
  }

  /** What the database answers when a ticket can't be given a new promise or name. */
  static void answered(String outcome) {
    if (outcome.equals("SPENT")) {
      throw new TicketSpent();
    }
    if (outcome.equals("PROMISED")) {
      throw new TicketPromised();
    }
  }

  /**
   * Takes a ticket back that nobody has claimed; its link is dead.
   *
   * @throws TransferNotFound if the fan sent no such ticket
   * @throws TransferOver if it was claimed, or is over
   */
  public void cancel(long accountId, String code) {
    TransferReading.Sides transfer =
        TransferReading.transfer(sql, accountId, code)
            .filter(found -> found.from() == accountId)
            .orElseThrow(TransferNotFound::new);
    end(code, TransferStatus.CANCELLED, accountId);
    mails.takenBack(transfer);
  }

  /** The fan's transfers: those she sent, got, and may claim by her address, the latest first. */
  public List<TransferRow> of(long accountId) {
    return TransferReading.of(sql, accountId);
  }

  /** What she sent of one ticket, the latest first. */
  public List<TransferRow> ofTicket(long accountId, String ticket) {
    return TransferReading.ofTicket(sql, accountId, ticket);
  }

  /**
   * @throws TransferNotFound if there is none, or she has nothing to do with it
   */
  public TransferRow byCode(long accountId, String code) {
    return TransferReading.transfer(sql, accountId, code)
        .filter(found -> found.from() == accountId || Long.valueOf(accountId).equals(found.to()))
        .map(TransferReading.Sides::row)
        .orElseThrow(TransferNotFound::new);
  }

  /**
   * Ends transfers that nobody claimed in time and tells their senders.
   *
   * @return how many ended
   */
  @RolesAllowed(Roles.SYSTEM)
  public int expireDue(int limit) {
    List<String> due =
        sql.list(
            "select code from encore.ticket_transfer where status = 'PENDING' and expires_at <= ?"
                + " order by expires_at limit ? for update skip locked",
            row -> row.getString(1),
            clock.instant(),
            limit);
    for (String code : due) {
      end(code, TransferStatus.EXPIRED, null);
      mails.expired(TransferReading.transfer(sql, 0, code).orElseThrow());
    }
    return due.size();
  }

  private void end(String code, TransferStatus status, Long actor) {
    boolean ended =
        sql.first(
                "select encore.end_transfer(?, ?, ?::bigint, ?)",
                row -> row.getBoolean(1),
                code,
                status,
                actor,
                clock.instant())
            .orElse(false);
    if (!ended) {
      throw new TransferOver();
    }
  }
}
