package fan.encore.transfer.web;

import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.transfer.TransferClaims;
import fan.encore.transfer.TransferRow;
import fan.encore.transfer.TransferStatus;
import fan.encore.transfer.Transfers;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Tickets that the fan sent and was sent. */
@Named
@ViewScoped
public class TransfersPage implements Serializable {

  @Inject private Transfers transfers;
  @Inject private TransferClaims claims;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private List<TransferRow> rows = List.of();

  public void open() {
    rows = transfers.of(caller.id());
  }

  public void takeBack(String code) {
    transfers.cancel(caller.id(), code);
    open();
  }

  public void decline(String code) {
    claims.decline(caller.id(), code, null);
    open();
  }

  /** To the page where she says whose name goes on the ticket. */
  public void accept(String code) {
    browser.goTo("/claim?transfer=" + code);
  }

  public boolean waits(TransferRow transfer) {
    return transfer.open(Instant.now());
  }

  /** Colour of the badge beside a transfer. */
  public String colour(TransferStatus status) {
    return switch (status) {
      case CLAIMED -> "good";
      case PENDING -> "info";
      default -> "neutral";
    };
  }

  public List<TransferRow> getRows() {
    return rows;
  }
}
