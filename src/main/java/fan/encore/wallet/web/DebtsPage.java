package fan.encore.wallet.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import fan.encore.wallet.DebtRow;
import fan.encore.wallet.Debts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** {@code /admin/debts}: fans whose wallets are locked, and writing off what they owe. */
@Named
@ViewScoped
public class DebtsPage implements Serializable {

  @Inject private Debts debts;
  @Inject private Caller caller;

  private LazyRows<DebtRow> rows;
  private DebtRow chosen;
  private String reason;

  @PostConstruct
  void load() {
    rows = new LazyRows<>(query -> debts.find(query), DebtRow::accountId);
  }

  public void choose(DebtRow row) {
    chosen = row;
    reason = null;
  }

  public void forgive() {
    long forgiven = debts.forgive(chosen.accountId(), reason);
    FacesContext.getCurrentInstance()
        .addMessage(
            null, new FacesMessage(Texts.get(caller.locale(), "wallet.debts.forgiven", forgiven)));
  }

  public LazyRows<DebtRow> getRows() {
    return rows;
  }

  public DebtRow getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
