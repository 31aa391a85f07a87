package fan.encore.security.web;

import fan.encore.account.Accounts;
import fan.encore.security.Attempt;
import fan.encore.security.NotConfirmed;
import fan.encore.security.SignIns;
import fan.encore.shared.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Signs a browser in and goes on to where its owner wanted to be. */
@Named
@ViewScoped
public class SignInPage implements Serializable {

  @Inject private SignIns signIns;
  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String next;
  private String email;
  private String password;
  private boolean confirmed;
  private boolean unconfirmed;

  /** Who is signed in already has nothing to do here. */
  public void open() {
    if (caller.signedIn()) {
      browser.goTo(NextPath.of(next));
    }
  }

  public void signIn() {
    unconfirmed = false;
    confirmed = false;
    try {
      browser.signedIn(
          signIns.signIn(new Attempt(email, password, browser.address(), browser.device())));
    } catch (NotConfirmed refused) {
      unconfirmed = true;
      throw refused;
    }
    browser.goTo(NextPath.of(next));
  }

  /** Sends the verification mail again, after the right password was given. */
  public void sendAgain() {
    accounts.sendVerificationAgain(email);
    unconfirmed = false;
    FacesContext.getCurrentInstance()
        .addMessage(
            null, new FacesMessage(Texts.get(caller.locale(), "account.confirm.sent_again")));
  }

  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public boolean isConfirmed() {
    return confirmed;
  }

  public void setConfirmed(boolean confirmed) {
    this.confirmed = confirmed;
  }

  public boolean isUnconfirmed() {
    return unconfirmed;
  }
}
