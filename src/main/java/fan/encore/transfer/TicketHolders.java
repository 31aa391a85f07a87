package fan.encore.transfer;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketNotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;

/** What the owner of a ticket may do with it, and the name on it. */
@Stateless
@RolesAllowed(Roles.FAN)
public class TicketHolders {

  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * @throws TicketNotFound if the fan has no such ticket
   */
  public MovableTicket ticket(long accountId, String code) {
    return TransferReading.ticket(sql, accountId, code).orElseThrow(TicketNotFound::new);
  }

  /**
   * Writes another name on the ticket. It gets a new code, so that what was printed with the old
   * name lets nobody in; the same name again changes nothing.
   *
   * @throws TicketNotFound if the fan has no such ticket
   * @throws TransfersClosed if the organizer does not allow it, or not any more
   * @throws TicketSpent if it was used or cancelled
   * @throws TicketPromised if it is on offer to somebody
   */
  public MovableTicket rename(long accountId, @Valid RenameTicket wish) {
    Instant now = clock.instant();
    MovableTicket ticket = ticket(accountId, wish.ticket());
    if (!ticket.usable()) {
      throw new TicketSpent();
    }
    if (!ticket.renamable(now)) {
      throw new TransfersClosed();
    }
    Transfers.answered(
        sql.first(
                "select encore.rename_ticket(?, ?, ?, ?)",
                row -> row.getString(1),
                wish.ticket(),
                accountId,
                wish.holderName().strip(),
                now)
            .orElseThrow(TicketNotFound::new));
    return ticket(accountId, wish.ticket());
  }
}
