package fan.encore.wallet.web;

import fan.encore.security.web.Caller;
import fan.encore.wallet.Wallets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The caller's diamonds in the header of every page; asked for once, and only of who signed in. */
@Named("diamondBalance")
@RequestScoped
public class HeaderBalance {

  @Inject private Caller caller;
  @Inject private Wallets wallets;

  private Long total;

  /** Diamonds bought and given together. */
  public long getTotal() {
    if (total == null) {
      total = wallets.balance(caller.id()).total();
    }
    return total;
  }
}
