package fan.encore.transfer.web;

import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.transfer.MovableTicket;
import fan.encore.transfer.OfferTicket;
import fan.encore.transfer.RenameTicket;
import fan.encore.transfer.TicketHolders;
import fan.encore.transfer.TransferRow;
import fan.encore.transfer.Transfers;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One ticket of the fan: send it to somebody, take it back, change its name, see its history. */
@Named
@ViewScoped
public class PassOnPage implements Serializable {

  @Inject private TicketHolders holders;
  @Inject private Transfers transfers;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private String code;
  private String done;
  private String email;
  private String holderName;
  private MovableTicket ticket;
  private List<TransferRow> sent = List.of();

  public void open() {
    ticket = holders.ticket(caller.id(), code);
    sent = transfers.ofTicket(caller.id(), code);
    holderName = ticket.holder();
  }

  public void send() {
    transfers.offer(caller.id(), new OfferTicket(code, email, key));
    show("sent");
  }

  public void takeBack() {
    transfers.cancel(caller.id(), getPending().code());
    show("taken_back");
  }

  public void rename() {
    holders.rename(caller.id(), new RenameTicket(code, holderName));
    show("renamed");
  }

  private void show(String what) {
    browser.goTo("/my/pass-on?ticket=" + code + "&done=" + what);
  }

  /** The transfer that waits to be claimed, or null. */
  public TransferRow getPending() {
    Instant now = Instant.now();
    return sent.stream().filter(transfer -> transfer.open(now)).findFirst().orElse(null);
  }

  public boolean isTransferable() {
    return getPending() == null && ticket.transferable(Instant.now());
  }

  public boolean isRenamable() {
    return getPending() == null && ticket.renamable(Instant.now());
  }

  public MovableTicket getTicket() {
    return ticket;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getHolderName() {
    return holderName;
  }

  public void setHolderName(String holderName) {
    this.holderName = holderName;
  }
}
