package fan.encore.app;

import fan.encore.collection.Gifts;
import fan.encore.collection.ParcelAddresses;
import fan.encore.finance.Invoices;
import fan.encore.order.EventRefunds;
import fan.encore.security.ApiTokens;
import fan.encore.ticket.HolderLetters;
import fan.encore.transfer.Transfers;
import fan.encore.wallet.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What ends by itself when its time has come; the timetable's lines for it, by name. */
@ApplicationScoped
class Endings {

  private static final int AT_ONCE = 1000;
  private static final int REFUNDS_AT_ONCE = 200;

  @Inject private ApiTokens tokens;
  @Inject private Gifts gifts;
  @Inject private Expiry expiry;
  @Inject private ParcelAddresses addresses;
  @Inject private Invoices invoices;
  @Inject private Transfers transfers;
  @Inject private HolderLetters letters;
  @Inject private EventRefunds refunds;

  /** What follows for those who bought when an event ends before it began; every few seconds. */
  Map<String, Runnable> everyFiveSeconds() {
    return Map.of(
        "letters to ticket holders", () -> letters.writeDue(AT_ONCE),
        "refunds of events", () -> refunds.giveDue(REFUNDS_AT_ONCE));
  }

  /** What to look at every minute. */
  Map<String, Runnable> everyMinute() {
    Map<String, Runnable> lines = new LinkedHashMap<>();
    lines.put("ended sign-ins", () -> tokens.forget(AT_ONCE));
    lines.put("forgotten gifts", () -> gifts.expireDue(AT_ONCE));
    lines.put("unclaimed tickets", () -> transfers.expireDue(AT_ONCE));
    lines.put("late orders of cancelled events", refunds::listLate);
    lines.put("expired lots", () -> expiry.expireDue(AT_ONCE));
    lines.put("lots that end soon", () -> expiry.tellDue(AT_ONCE));
    lines.put("addresses of old parcels", () -> addresses.eraseDue(AT_ONCE));
    lines.put("credit notes", () -> invoices.creditDue(AT_ONCE));
    return lines;
  }
}
