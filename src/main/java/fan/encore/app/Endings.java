package fan.encore.app;

import fan.encore.collection.Gifts;
import fan.encore.collection.ParcelAddresses;
import fan.encore.security.ApiTokens;
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

  @Inject private ApiTokens tokens;
  @Inject private Gifts gifts;
  @Inject private Expiry expiry;
  @Inject private ParcelAddresses addresses;
  @Inject private Transfers transfers;

  /** What to look at every minute. */
  Map<String, Runnable> everyMinute() {
    Map<String, Runnable> lines = new LinkedHashMap<>();
    lines.put("ended sign-ins", () -> tokens.forget(AT_ONCE));
    lines.put("forgotten gifts", () -> gifts.expireDue(AT_ONCE));
    lines.put("unclaimed tickets", () -> transfers.expireDue(AT_ONCE));
    lines.put("expired lots", () -> expiry.expireDue(AT_ONCE));
    lines.put("lots that end soon", () -> expiry.tellDue(AT_ONCE));
    lines.put("addresses of old parcels", () -> addresses.eraseDue(AT_ONCE));
    return lines;
  }
}
