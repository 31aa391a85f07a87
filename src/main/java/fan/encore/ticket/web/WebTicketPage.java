package fan.encore.ticket.web;

import fan.encore.security.web.Caller;
import fan.encore.ticket.QrCode;
import fan.encore.ticket.TicketRow;
import fan.encore.ticket.Tickets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * A ticket on a telephone. The page holds what does not change; its script asks for the secret of
 * the rotating code and keeps both for times without a network.
 */
@Named
@RequestScoped
public class WebTicketPage {

  @Inject private Tickets tickets;
  @Inject private Caller caller;

  private String code;
  private TicketRow ticket;

  /** Loads what the view shows. */
  public void open() {
    ticket = tickets.one(caller.id(), code == null ? "" : code);
  }

  /** The printed code, for whoever has no script and for a phone that is about to die. */
  public QrCode getQr() {
    return QrCode.of(ticket.qr());
  }

  public TicketRow getTicket() {
    return ticket;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
