package fan.encore.local.sim;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One line of Stripe's {@code payout_reconciliation.itemized.5} report
 * (https://docs.stripe.com/reports/report-types/payout-reconciliation), in the columns Encore
 * reads.
 *
 * @param category {@code charge} or {@code refund}
 *     (https://docs.stripe.com/reports/reporting-categories)
 * @param source the charge or the refund
 * @param gross minor units; negative for a refund. The net is gross minus fee
 * @param paymentReference the shop's own name of the payment
 * @param refundReference the shop's own name of the refund, empty for a charge
 */
record SettlementLine(
    String category,
    String source,
    String checkout,
    String charge,
    Instant created,
    String currency,
    long gross,
    long fee,
    String description,
    String paymentReference,
    String refundReference) {

  static final String HEADER =
      "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,"
          + "available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,"
          + "customer_facing_amount,customer_facing_currency,charge_id,payment_intent_id,"
          + "payment_metadata[reference],refund_metadata[reference]";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static SettlementLine of(Checkout paid) {
    return new SettlementLine(
        "charge",
        paid.chargeId(),
        paid.id(),
        paid.chargeId(),
        paid.paidAt(),
        paid.currency(),
        paid.amount(),
        paid.fee(),
        paid.description(),
        paid.reference(),
        "");
  }

  static SettlementLine of(Refund refund, Checkout paid) {
    return new SettlementLine(
        "refund",
        refund.id(),
        paid.id(),
        paid.chargeId(),
        refund.createdAt(),
        refund.currency(),
        -refund.amount(),
        0,
        "REFUND FOR CHARGE (" + paid.description() + ")",
        paid.reference(),
        refund.reference() == null ? "" : refund.reference());
  }

  boolean isCharge() {
    return category.equals("charge");
  }

  SettlementLine with(String otherCurrency, long otherGross, long otherFee) {
    return new SettlementLine(
        category,
        source,
        checkout,
        charge,
        created,
        otherCurrency,
        otherGross,
        otherFee,
        description,
        paymentReference,
        refundReference);
  }

  String csv(LocalDate payoutDay) {
    String midnight = TIME.format(payoutDay.atStartOfDay(ZoneOffset.UTC));
    String lowerCurrency = currency.toLowerCase(Locale.ROOT);
    return List.of(
            "po_" + payoutDay.format(DateTimeFormatter.BASIC_ISO_DATE) + lowerCurrency,
            midnight,
            Ids.companion(source, "txn"),
            TIME.format(created),
            midnight,
            lowerCurrency,
            major(gross),
            major(fee),
            major(Math.subtractExact(gross, fee)),
            category,
            source,
            description,
            major(gross),
            lowerCurrency,
            charge,
            Ids.companion(checkout, "pi"),
            paymentReference,
            refundReference)
        .stream()
        .map(SettlementLine::quoted)
        .collect(Collectors.joining(","));
  }

  /** "Expressed in major units of the currency (e.g. dollars for USD, yen for JPY)". */
  private String major(long minor) {
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    return BigDecimal.valueOf(minor, decimals).toPlainString();
  }

  /** RFC 4180: quotes only where the field needs them. */
  private static String quoted(String field) {
    return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
