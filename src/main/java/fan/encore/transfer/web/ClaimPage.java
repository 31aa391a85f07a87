package fan.encore.transfer.web;

import fan.encore.account.Roles;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.transfer.ClaimTicket;
import fan.encore.transfer.TransferClaims;
import fan.encore.transfer.TransferRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Where the link of a mail leads: what was sent, and the way to take it. A stranger signs in or
 * joins first; the ticket changes hands by the press of a button, because mail programs fetch links
 * by themselves.
 */
@Named
@ViewScoped
public class ClaimPage implements Serializable {

  @Inject private TransferClaims claims;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String code;
  private String signature;
  private String holderName;
  private TransferRow transfer;

  public void open() {
    transfer =
        signature == null && caller.is(Roles.FAN)
            ? claims.addressed(caller.id(), code)
            : claims.preview(code, signature);
    holderName = caller.name();
  }

  public void claim() {
    claims.claim(caller.id(), new ClaimTicket(code, signature, holderName));
    browser.goTo("/my/tickets?got=" + transfer.ticket());
  }

  public void decline() {
    claims.decline(caller.id(), code, signature);
    browser.goTo("/my/transfers");
  }

  public boolean isOpen() {
    return transfer.open(Instant.now());
  }

  /** Whether she can take it now: signed in, and no artist's or organizer's account alone. */
  public boolean isClaimable() {
    return caller.is(Roles.FAN);
  }

  /** Where to sign in and come back from. */
  public String getSignIn() {
    String here = "/claim?transfer=" + code + "&signature=" + signature;
    return "/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
  }

  public TransferRow getTransfer() {
    return transfer;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getSignature() {
    return signature;
  }

  public void setSignature(String signature) {
    this.signature = signature;
  }

  public String getHolderName() {
    return holderName;
  }

  public void setHolderName(String holderName) {
    this.holderName = holderName;
  }
}
