package fan.encore.account.web;

import fan.encore.account.AccountRow;
import fan.encore.account.AccountStatus;
import fan.encore.account.Accounts;
import fan.encore.account.Role;
import fan.encore.admin.web.LazyRows;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/** The administrator's list of accounts: find, suspend, reinstate. */
@Named
@ViewScoped
public class AccountsPage implements Serializable {

  @Inject private Accounts accounts;
  @Inject private Caller caller;

  private LazyRows<AccountRow> rows;
  private AccountRow chosen;
  private String reason;

  public void open() {
    rows = new LazyRows<>(accounts::find, AccountRow::id);
  }

  public void suspend() {
    accounts.suspend(chosen.id(), reason);
    say("account.admin.suspended");
  }

  public void reinstate(AccountRow row) {
    accounts.reinstate(row.id());
    say("account.admin.reinstated");
  }

  private void say(String key) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(Texts.get(caller.locale(), key)));
  }

  /** Nobody locks herself out by a slip. */
  public boolean suspendable(AccountRow row) {
    return row.suspendable() && row.id() != caller.id();
  }

  public void choose(AccountRow row) {
    chosen = row;
    reason = null;
  }

  public LazyRows<AccountRow> getRows() {
    return rows;
  }

  public AccountStatus[] getStatuses() {
    return AccountStatus.values();
  }

  /** Roles that accounts can have. */
  public Set<Role> getRoles() {
    return EnumSet.complementOf(EnumSet.of(Role.SYSTEM));
  }

  public AccountRow getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
