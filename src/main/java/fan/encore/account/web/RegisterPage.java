package fan.encore.account.web;

import fan.encore.account.Accounts;
import fan.encore.account.Register;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Opens an account. */
@Named
@RequestScoped
public class RegisterPage {

  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String email;
  private String displayName;
  private String password;

  public void register() {
    accounts.register(new Register(email, password, displayName, caller.locale().getLanguage()));
    browser.goTo("/confirm");
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
