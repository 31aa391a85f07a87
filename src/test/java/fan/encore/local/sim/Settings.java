package fan.encore.local.sim;

import java.time.Clock;
import java.util.Map;

/**
 * What the simulator and Encore must agree on.
 *
 * @param apiKey bearer key of the payment API
 * @param webhookSecret key of the webhook signature
 * @param smsAccount Twilio account SID, the basic user
 * @param smsToken Twilio auth token, the basic password
 * @param payoutDelayDays UTC days from a charge to the settlement file that holds it, 2 as at
 *     Stripe in most countries (https://docs.stripe.com/payouts#payout-speed)
 * @param clock the simulator's time
 */
public record Settings(
    String apiKey,
    String webhookSecret,
    String smsAccount,
    String smsToken,
    int payoutDelayDays,
    Clock clock) {

  /** Settings for a laptop and for tests; none of them is a secret. */
  public static Settings local() {
    return new Settings(
        "sk_sandbox_local",
        "whsec_sandbox_local",
        "AC00000000000000000000000000000000",
        "sms_token_local",
        2,
        Clock.systemUTC());
  }

  /** The local settings, overridden by Encore's own environment variables where they are set. */
  public static Settings from(Map<String, String> environment) {
    Settings local = local();
    return new Settings(
        environment.getOrDefault("ENCORE_SANDBOX_KEY", local.apiKey),
        environment.getOrDefault("ENCORE_SANDBOX_WEBHOOK_SECRET", local.webhookSecret),
        environment.getOrDefault("ENCORE_SMS_ACCOUNT", local.smsAccount),
        environment.getOrDefault("ENCORE_SMS_TOKEN", local.smsToken),
        Integer.parseInt(environment.getOrDefault("SIMULATOR_PAYOUT_DELAY_DAYS", "2")),
        local.clock);
  }

  public Settings withPayoutDelayDays(int days) {
    return new Settings(apiKey, webhookSecret, smsAccount, smsToken, days, clock);
  }

  public Settings withClock(Clock other) {
    return new Settings(apiKey, webhookSecret, smsAccount, smsToken, payoutDelayDays, other);
  }
}
