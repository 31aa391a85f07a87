package fan.encore.payment;

import static fan.encore.payment.PaymentStatus.CAPTURED;
import static fan.encore.payment.PaymentStatus.DECLINED;
import static fan.encore.payment.PaymentStatus.EXPIRED;
import static fan.encore.payment.PaymentStatus.MISMATCH;
import static fan.encore.payment.PaymentStatus.OPEN;
import static fan.encore.payment.PaymentStatus.REFUNDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.payment.CheckoutFacts.Reported;
import fan.encore.shared.Money;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownPaymentTest {

  private static final Instant PAID = Instant.parse("2026-11-21T03:00:00Z");

  private static KnownPayment payment(PaymentStatus status) {
    return new KnownPayment(
        "PAY-1", "sandbox", "cs_1", "TICKETS", "ORD-1", 7, status, new Money(1000, "JPY"));
  }

  private static CheckoutFacts facts(Reported status) {
    return new CheckoutFacts("sandbox", "cs_1", "PAY-1", status, 1000, "JPY", 36, "ch_1", PAID);
  }

  @Test
  void everyStateOfTheProviderIsKnown() {
    assertEquals(CAPTURED, Reported.of("paid").outcome());
    assertEquals(DECLINED, Reported.of("declined").outcome());
    assertEquals(EXPIRED, Reported.of("expired").outcome());
    assertEquals(OPEN, Reported.of("open").outcome());
    assertThrows(IllegalArgumentException.class, () -> Reported.of("refunding"));
  }

  @Test
  void anOpenPaymentBecomesWhatTheProviderSays() {
    assertEquals(CAPTURED, payment(OPEN).after(facts(Reported.PAID)));
    assertEquals(DECLINED, payment(OPEN).after(facts(Reported.DECLINED)));
    assertEquals(EXPIRED, payment(OPEN).after(facts(Reported.EXPIRED)));
    assertEquals(OPEN, payment(OPEN).after(facts(Reported.OPEN)));
  }

  @Test
  void aLateCaptureIsTrueAndNothingUndoesACapture() {
    assertEquals(CAPTURED, payment(EXPIRED).after(facts(Reported.PAID)));
    assertEquals(CAPTURED, payment(DECLINED).after(facts(Reported.PAID)));
    for (Reported late : Reported.values()) {
      assertEquals(CAPTURED, payment(CAPTURED).after(facts(late)));
      assertEquals(REFUNDED, payment(REFUNDED).after(facts(late)));
      assertEquals(MISMATCH, payment(MISMATCH).after(facts(late)));
    }
  }

  @Test
  void factsThatContradictOurRowMoveNoMoney() {
    List<CheckoutFacts> wrong =
        List.of(
            new CheckoutFacts("sandbox", "cs_1", "PAY-1", Reported.PAID, 999, "JPY", 36, "c", PAID),
            new CheckoutFacts(
                "sandbox", "cs_1", "PAY-1", Reported.PAID, 1000, "USD", 36, "c", PAID),
            new CheckoutFacts(
                "sandbox", "cs_2", "PAY-1", Reported.PAID, 1000, "JPY", 36, "c", PAID),
            new CheckoutFacts(
                "sandbox", "cs_1", "PAY-2", Reported.PAID, 1000, "JPY", 36, "c", PAID),
            new CheckoutFacts("other", "cs_1", "PAY-1", Reported.PAID, 1000, "JPY", 36, "c", PAID),
            new CheckoutFacts(
                "sandbox", "cs_1", "PAY-1", Reported.PAID, 1000, "JPY", -1, "c", PAID),
            new CheckoutFacts(
                "sandbox", "cs_1", "PAY-1", Reported.PAID, 1000, "JPY", 1001, "c", PAID));
    for (CheckoutFacts facts : wrong) {
      assertFalse(payment(OPEN).matches(facts));
      assertEquals(MISMATCH, payment(OPEN).after(facts));
      assertEquals(CAPTURED, payment(CAPTURED).after(facts));
    }
  }

  @Test
  void aCaptureBooksAmountAndFeeAgainstClearing() {
    AccountRef clearing = AccountRef.clearing("sandbox", "JPY");
    AccountRef suspense = AccountRef.suspense("PAY-1", "JPY");
    assertEquals(
        List.of(
            Transfer.of(clearing, suspense, 1000),
            Transfer.of(AccountRef.fees("sandbox", "JPY"), clearing, 36)),
        PaymentBooks.capture(payment(OPEN), 36).transfers());
    assertEquals(
        List.of(Transfer.of(clearing, suspense, 1000)),
        PaymentBooks.capture(payment(OPEN), 0).transfers());
  }

  @Test
  void aRefundTakesWhatNobodyClaimedAndTheRestFromTheProduct() {
    AccountRef clearing = AccountRef.clearing("sandbox", "JPY");
    AccountRef suspense = AccountRef.suspense("PAY-1", "JPY");
    AccountRef refunds = AccountRef.refunds("tickets", "JPY");
    assertEquals(
        List.of(Transfer.of(suspense, clearing, 1000)),
        Refunds.posting(payment(CAPTURED), 1, 1000, 1000).transfers());
    assertEquals(
        List.of(Transfer.of(refunds, suspense, 1000), Transfer.of(suspense, clearing, 1000)),
        Refunds.posting(payment(CAPTURED), 1, 1000, 0).transfers());
    assertEquals(
        List.of(Transfer.of(refunds, suspense, 600), Transfer.of(suspense, clearing, 1000)),
        Refunds.posting(payment(CAPTURED), 1, 1000, 400).transfers());
  }

  @Test
  void retriesWaitLongerAndLongerUpToTenMinutes() {
    assertEquals(Duration.ofSeconds(5), Backoff.after(1));
    assertEquals(Duration.ofSeconds(10), Backoff.after(2));
    assertEquals(Duration.ofSeconds(320), Backoff.after(7));
    assertEquals(Duration.ofMinutes(10), Backoff.after(8));
    assertEquals(Duration.ofMinutes(10), Backoff.after(1000));
  }
}
