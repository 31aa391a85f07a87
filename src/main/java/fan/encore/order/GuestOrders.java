package fan.encore.order;

import fan.encore.account.GuestAccounts;
import fan.encore.account.GuestPass;
import fan.encore.account.GuestPassRefused;
import fan.encore.account.Guests;
import fan.encore.account.Register;
import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Puts what guests bought into accounts: that of somebody whose confirmed address is theirs, or who
 * shows a pass that was sent to them by mail. An order moves with its tickets, payments and
 * everything that can be done with it; codes of tickets stay good.
 */
@Stateless
@RolesAllowed(Roles.FAN)
public class GuestOrders {

  private final Sql sql;
  private final Guests guests;
  private final GuestAccounts accounts;
  private final Audit audit;

  @Inject
  public GuestOrders(Sql sql, Guests guests, GuestAccounts accounts, Audit audit) {
    this.sql = sql;
    this.guests = guests;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** For the container's proxy. */
  public GuestOrders() {
    this(null, null, null, null);
  }

  /**
   * How many orders {@link #take} would move.
   *
   * @param pass of a guest, or null
   */
  public long waiting(long accountId, String pass) {
    return sql.number(
        "select count(*) from encore.ticket_order o join encore.account g"
            + " on g.id = o.account_id and g.status = 'GUEST' where g.id = ? or lower(g.email) ="
            + " (select lower(email) from encore.account where id = ? and status = 'ACTIVE')",
        shown(pass),
        accountId);
  }

  /**
   * Moves the orders of guests into an account. Taking again moves what came since.
   *
   * @param pass of a guest that came by mail; null or any other one counts for nothing
   * @return how many orders moved
   */
  public int take(long accountId, String pass) {
    return join(accountId, shown(pass));
  }

  /**
   * Opens an account for a guest and moves her orders into it.
   *
   * @param pass that came by mail
   * @param password 8 to 128 characters
   * @throws GuestPassRefused if the pass is unknown, too old or was not sent by mail
   * @throws fan.encore.account.EmailTaken if her address has an account: she signs in to it
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void keep(String pass, String password) {
    GuestPass guest = guests.find(pass).orElseThrow(GuestPassRefused::new);
    Register wanted = new Register(guest.email(), password, guest.name(), guest.language());
    join(accounts.open(pass, wanted), guest.accountId());
  }

  /**
   * Whom a pass belongs to.
   *
   * @param pass may be null
   */
  @PermitAll
  public Optional<GuestPass> guest(String pass) {
    return guests.find(pass);
  }

  private int join(long accountId, long guestId) {
    int orders = (int) sql.number("select encore.join_guests(?, ?)", accountId, guestId);
    if (orders > 0) {
      audit.record("order.guest_joined", "account:" + accountId, "guest:" + guestId);
    }
    return orders;
  }

  /** The guest's number, or 0 when the pass does not prove that its owner reads her mail. */
  private long shown(String pass) {
    return guests.find(pass).filter(GuestPass::byMail).map(GuestPass::accountId).orElse(0L);
  }
}
