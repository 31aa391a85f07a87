package fan.encore.security.web;

import fan.encore.account.EnterAsGuest;
import fan.encore.security.GuestEntrance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where somebody goes on without an account; beside the form for signing in. */
@Named
@RequestScoped
public class GuestEntryPage {

  @Inject private GuestEntrance entrance;
  @Inject private Caller caller;
  @Inject private Browser browser;
  @Inject private SignInPage signIn;

  private String name;
  private String address;

  /** Whether where she wants to go is open to guests. */
  public boolean isOffered() {
    return NextPath.of(signIn.getNext()).startsWith("/my/checkout");
  }

  /** Remembers her in this browser and goes on to what she chose. */
  public void enter() {
    EnterAsGuest wanted = new EnterAsGuest(address, name, caller.locale().getLanguage());
    browser.guest(entrance.enter(wanted, browser.address()));
    browser.goTo(NextPath.of(signIn.getNext()));
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Her e-mail address. */
  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
