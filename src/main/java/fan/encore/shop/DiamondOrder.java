package fan.encore.shop;

import fan.encore.shared.Money;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.LotTerms;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order of diamonds as it was placed, and what it means in the books.
 *
 * @param diamonds paid diamonds
 * @param bonus free diamonds
 * @param paymentCode the payment that was started for it, or null
 * @param redirectUrl the provider's page that was answered, or null
 */
public record DiamondOrder(
    String code,
    long accountId,
    String packCode,
    long diamonds,
    long bonus,
    Money price,
    String status,
    String paymentCode,
    String redirectUrl,
    Promise promise) {

  private static final String PRODUCT = "diamonds";

  /**
   * What was promised when it was placed.
   *
   * @param channel where it was bought
   * @param valueYen the pack's price in yen, whatever was paid in
   * @param paidDays how long bought diamonds can be spent; null for ever
   * @param bonusDays how long the bonus can be spent; null for ever
   */
  record Promise(String channel, long valueYen, Integer paidDays, Integer bonusDays) {}

  /**
   * The captured money becomes revenue and the diamonds are issued, in one transaction.
   *
   * @param now when the diamonds' time begins
   */
  Posting delivery(String payment, Instant now) {
    String currency = price.currency();
    List<Transfer> transfers = new ArrayList<>();
    transfers.add(
        Transfer.of(
            AccountRef.suspense(payment, currency),
            AccountRef.revenue(PRODUCT, currency),
            price.minor()));
    transfers.add(
        Transfer.of(
            AccountRef.diamondsIssued("purchase"),
            AccountRef.paidDiamonds(accountId),
            diamonds,
            new LotTerms(
                "shop.diamonds",
                promise.channel(),
                price.minor(),
                currency,
                promise.valueYen(),
                end(now, promise.paidDays()))));
    if (bonus > 0) {
      transfers.add(
          Transfer.of(
              AccountRef.diamondsIssued("bonus"),
              AccountRef.freeDiamonds(accountId),
              bonus,
              LotTerms.given("shop.bonus", end(now, promise.bonusDays()))));
    }
    return new Posting("shop.diamonds", deliveryKey(payment), code, transfers);
  }

  /** Key of the posting that delivers what a payment was for. */
  static String deliveryKey(String payment) {
    return "diamonds:" + payment + ":deliver";
  }

  private static Instant end(Instant now, Integer days) {
    return days == null ? null : now.plus(Duration.ofDays(days));
  }
}
