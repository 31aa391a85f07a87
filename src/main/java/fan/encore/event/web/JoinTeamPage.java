package fan.encore.event.web;

import fan.encore.event.EventTeams;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whoever was invited to an event's team says yes here. */
@Named
@RequestScoped
public class JoinTeamPage {

  @Inject private EventTeams teams;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String token;

  public void accept() {
    browser.goTo("/studio/work?slug=" + teams.accept(caller.id(), token));
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
