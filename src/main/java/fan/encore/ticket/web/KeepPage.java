package fan.encore.ticket.web;

import fan.encore.security.web.Caller;
import fan.encore.ticket.OnlineLinks;
import fan.encore.ticket.OnlineLinks.OnlineLink;
import fan.encore.ticket.TicketRow;
import fan.encore.ticket.WalletPasses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a fan may keep of a ticket besides paper: calendar, wallets, the link of the evening. */
@Named
@RequestScoped
public class KeepPage {

  @Inject private WalletPasses passes;
  @Inject private OnlineLinks links;
  @Inject private Caller caller;

  public boolean isApple() {
    return passes.apple();
  }

  public boolean isGoogle() {
    return passes.google();
  }

  /** Where to follow the event of a valid ticket; null for an event in a hall alone. */
  public OnlineLink online(TicketRow ticket) {
    return links.of(caller.id(), ticket.code()).orElse(null);
  }
}
