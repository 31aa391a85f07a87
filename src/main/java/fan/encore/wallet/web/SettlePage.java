package fan.encore.wallet.web;

import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.wallet.Debts;
import fan.encore.wallet.DiamondBalance;
import fan.encore.wallet.Wallets;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** {@code /my/settle}: what a fan owes after a refund, and paying it with what she has. */
@Named
@ViewScoped
public class SettlePage implements Serializable {

  @Inject private Debts debts;
  @Inject private Wallets wallets;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private long owed;
  private DiamondBalance balance;

  @PostConstruct
  void load() {
    owed = debts.owed(caller.id());
    balance = wallets.balance(caller.id());
  }

  /** Pays as much as there is, and shows the wallet. */
  public void settle() {
    debts.settleNow(caller.id());
    browser.goTo("/my/wallet?done=settled");
  }

  public long getOwed() {
    return owed;
  }

  public DiamondBalance getBalance() {
    return balance;
  }

  /** Diamonds that settling takes. */
  public long getPays() {
    return Math.min(owed, balance.total());
  }
}
