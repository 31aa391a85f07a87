package fan.encore.account.web;

import fan.encore.account.Accounts;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * Confirms an e-mail address with the token of the mail, by a press of a button: mail programs
 * fetch links by themselves. Without a token it says that a mail is on its way, and sends it again.
 */
@Named
@ViewScoped
public class ConfirmPage implements Serializable {

  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String token;
  private String email;

  public void confirm() {
    accounts.confirm(token);
    browser.goTo("/sign-in?confirmed=true");
  }

  public void sendAgain() {
    accounts.sendVerificationAgain(email);
    FacesContext.getCurrentInstance()
        .addMessage(
            null, new FacesMessage(Texts.get(caller.locale(), "account.confirm.sent_again")));
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
