package fan.encore.gacha.web;

import fan.encore.gacha.DrawHistory;
import fan.encore.gacha.DrawReceipt;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The receipt of one draw. */
@Named
@RequestScoped
public class ReceiptPage {

  @Inject private DrawHistory history;
  @Inject private Caller caller;

  private String code;
  private DrawReceipt receipt;

  public void load() {
    receipt = history.byCode(caller.id(), code);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public DrawReceipt getReceipt() {
    return receipt;
  }
}
