package fan.encore.event.web;

import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who edits the ticketing of an event, and where the page goes when something was done. */
@RequestScoped
public class TicketingAddress {

  @Inject private Caller caller;
  @Inject private Browser browser;

  long account() {
    return caller.id();
  }

  /** The page again, with a word about what was done. */
  void show(String slug, String done) {
    browser.goTo("/studio/ticketing?slug=" + slug + "&done=" + done);
  }
}
