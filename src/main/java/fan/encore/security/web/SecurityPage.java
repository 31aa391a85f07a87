package fan.encore.security.web;

import fan.encore.security.ChangePassword;
import fan.encore.security.PasswordChange;
import fan.encore.security.Revocation;
import fan.encore.security.SignInRow;
import fan.encore.security.SignIns;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Where somebody is signed in, and her password. */
@Named
@ViewScoped
public class SecurityPage implements Serializable {

  @Inject private SignIns signIns;
  @Inject private Revocation revocation;
  @Inject private PasswordChange passwordChange;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private List<SignInRow> rows;
  private String current;
  private String next;
  private String done;

  public void open() {
    rows = signIns.of(caller.id(), browser.token());
  }

  public void end(long signInId) {
    signIns.end(caller.id(), signInId);
    open();
  }

  public void endOthers() {
    revocation.endOthers(caller.id(), browser.token());
    open();
  }

  public void changePassword() {
    passwordChange.change(
        caller.id(), new ChangePassword(current, next), browser.address(), browser.token());
    browser.goTo("/my/security?done=password");
  }

  public List<SignInRow> getRows() {
    return rows;
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }

  /** What was done before this page was shown, such as {@code password}. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
