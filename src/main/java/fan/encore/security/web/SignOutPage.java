package fan.encore.security.web;

import fan.encore.security.SignIns;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends this browser's sign-in. */
@Named
@RequestScoped
public class SignOutPage {

  @Inject private SignIns signIns;
  @Inject private Browser browser;

  public void signOut() {
    signIns.signOut(browser.token());
    browser.signedOut();
    browser.goTo(NextPath.HOME);
  }
}
