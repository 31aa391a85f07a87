package fan.encore.ticket;

import fan.encore.account.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/**
 * Tickets for the wallets of telephones, where Encore was given the keys of Apple or Google for it.
 */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WalletPasses {

  private static final int MOST = 1000;

  @Inject private PassSettings settings;
  @Inject private TicketReading reading;
  @Inject private Clock clock;

  /** True where Apple's passes can be made. */
  @PermitAll
  public boolean apple() {
    return settings.apple().isPresent();
  }

  /** True where links for Google's wallet can be made. */
  @PermitAll
  public boolean google() {
    return settings.google().isPresent();
  }

  /**
   * One's own ticket for Apple's Wallet.
   *
   * @throws TicketNotFound if the account has no such ticket, or no passes are made here
   */
  public TicketFile applePass(long accountId, String code, Locale locale) {
    PassKey key = settings.apple().orElseThrow(TicketNotFound::new);
    TicketRow ticket = own(accountId, code);
    return new TicketFile(code + ".pkpass", ApplePass.of(ticket, key, locale, clock.instant()));
  }

  /**
   * The link that saves one's own ticket in Google's wallet.
   *
   * @throws TicketNotFound if the account has no such ticket, or no links are made here
   */
  public String googleLink(long accountId, String code, Locale locale) {
    GooglePass pass = settings.google().orElseThrow(TicketNotFound::new);
    return pass.link(own(accountId, code), settings.origin(), locale, clock.instant());
  }

  private TicketRow own(long accountId, String code) {
    return reading.of(accountId, clock.instant(), 0, MOST).stream()
        .filter(ticket -> ticket.code().equals(code))
        .findFirst()
        .filter(ticket -> ticket.status() != TicketStatus.CANCELLED)
        .orElseThrow(TicketNotFound::new);
  }
}
