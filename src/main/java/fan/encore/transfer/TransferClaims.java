package fan.encore.transfer;

import fan.encore.account.Contacts;
import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;

/** Fans take tickets that were sent to them, or say that they do not want them. */
@Stateless
@RolesAllowed(Roles.FAN)
public class TransferClaims {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TransferMails mails;
  @Inject private Contacts contacts;
  @Inject private TransferLink link;

  /**
   * What somebody with the link of the mail may know before she signs in.
   *
   * @throws TransferNotFound if the link is none of ours
   */
  @PermitAll
  public TransferRow preview(String transfer, String signature) {
    if (transfer == null || !link.genuine(transfer, signature)) {
      throw new TransferNotFound();
    }
    return TransferReading.transfer(sql, 0, transfer)
        .map(TransferReading.Sides::row)
        .orElseThrow(TransferNotFound::new);
  }

  /**
   * The ticket is the fan's from now on, with a code of its own; the old one is dead. A second call
   * of whoever got it changes nothing.
   *
   * @throws TransferNotFound if there is none, or she has neither the link nor the address
   * @throws TransferOver if somebody else has it, or it was taken back, or its time is over
   * @throws TransfersClosed if the organizer does not allow it any more
   * @throws TicketSpent if it was used or cancelled meanwhile
   * @throws OwnAddress if she sent it herself
   */
  public TransferRow claim(long accountId, @Valid ClaimTicket claim) {
    TransferReading.Sides offered = addressed(accountId, claim.transfer(), claim.signature());
    if (Long.valueOf(accountId).equals(offered.to())) {
      return offered.row();
    }
    if (offered.from() == accountId) {
      throw new OwnAddress();
    }
    Instant now = clock.instant();
    if (offered.row().open(now)) {
      refuseUnlessAllowed(offered, now);
    }
    String outcome =
        sql.first(
                "select encore.claim_ticket(?, ?, ?, ?)",
                row -> row.getString(1),
                claim.transfer(),
                accountId,
                claim.holderName().strip(),
                now)
            .orElseThrow();
    if (outcome.equals("CLOSED")) {
      throw new TransferOver();
    }
    Transfers.answered(outcome);
    TransferReading.Sides claimed =
        TransferReading.transfer(sql, accountId, claim.transfer()).orElseThrow();
    mails.claimed(claimed, accountId);
    return claimed.row();
  }

  private void refuseUnlessAllowed(TransferReading.Sides offered, Instant now) {
    boolean allowed =
        TransferReading.ticket(sql, offered.from(), offered.row().ticket())
            .filter(ticket -> !ticket.usable() || ticket.transferable(now))
            .isPresent();
    if (!allowed) {
      throw new TransfersClosed();
    }
  }

  /**
   * Says that she does not want it; the ticket stays where it is.
   *
   * @param signature of the link, or null for the fan whose address it was sent to
   * @throws TransferNotFound if there is none, or she has neither the link nor the address
   * @throws TransferOver if it is over
   */
  public void decline(long accountId, String transfer, String signature) {
    TransferReading.Sides offered = addressed(accountId, transfer, signature);
    boolean ended =
        sql.first(
                "select encore.end_transfer(?, 'DECLINED', ?, ?)",
                row -> row.getBoolean(1),
                transfer,
                accountId,
                clock.instant())
            .orElse(false);
    if (!ended) {
      throw new TransferOver();
    }
    mails.declined(offered);
  }

  /**
   * What was sent to the fan's own confirmed address.
   *
   * @throws TransferNotFound if it was sent to another one
   */
  public TransferRow addressed(long accountId, String transfer) {
    return addressed(accountId, transfer, null).row();
  }

  private TransferReading.Sides addressed(long accountId, String transfer, String signature) {
    return TransferReading.transfer(sql, accountId, transfer)
        .filter(
            found ->
                signature == null
                    ? found.email().equalsIgnoreCase(contacts.of(accountId).email())
                    : link.genuine(transfer, signature))
        .orElseThrow(TransferNotFound::new);
  }
}
