package fan.encore.inserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.account.Enrol;
import fan.encore.account.Enrolment;
import fan.encore.account.Role;
import fan.encore.app.SystemEntrance;
import fan.encore.audit.AuditTrail;
import fan.encore.payment.BeginPayment;
import fan.encore.payment.Fulfilment;
import fan.encore.payment.NotRefundable;
import fan.encore.payment.PaymentDesk;
import fan.encore.payment.PaymentRow;
import fan.encore.payment.PaymentStatus;
import fan.encore.payment.Payments;
import fan.encore.payment.WebhookRefused;
import fan.encore.shared.Codes;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shop.DiamondOrders;
import fan.encore.shop.PlaceDiamondOrder;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.DiamondBalance;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.LedgerProof;
import fan.encore.wallet.Wallets;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money in two steps, whatever the provider's messages do. */
@ExtendWith(ArquillianExtension.class)
class PaymentsIT {

  /** Nobody signs in with it. */
  private static final String HASH = "$argon2id$v=19$m=16,t=1,p=1$c2FsdHNhbHQ$aGFzaA";

  @Inject private Payments payments;
  @Inject private PaymentDesk desk;
  @Inject private DiamondOrders orders;
  @Inject private Wallets wallets;
  @Inject private Ledger ledger;
  @Inject private LedgerProof proof;
  @Inject private AuditTrail trail;
  @Inject private StubbornBuyer stubborn;
  @Inject private SystemEntrance system;

  @Inject private Enrolment enrolment;

  private long fan;

  @BeforeEach
  void comes() throws Exception {
    String email = "payer-" + Codes.random("", 12) + "@encore.test";
    LocalDate born = LocalDate.of(1999, 4, 1);
    Enrol enrol = new Enrol(email, "Payer", HASH, "en", born, "JP", null, Set.of(Role.FAN));
    fan = system.call(() -> enrolment.enrol(enrol));
  }

  @Test
  void howeverOftenAndInWhateverOrderMessagesComeTheEndIsTheSame() throws Exception {
    for (int seed = 1; seed <= 5; seed++) {
      PaymentRow payment = order("pouch");
      List<Callable<Void>> deliveries = new ArrayList<>();
      for (String status : List.of("paid", "expired", "declined", "paid")) {
        byte[] body = message(payment, status, payment.amount().minor(), 54);
        deliveries.addAll(Collections.nCopies(3, () -> deliver(body)));
      }
      Collections.shuffle(deliveries, new Random(seed));
      ExecutorService two = Executors.newFixedThreadPool(2);
      for (Future<Void> delivered : two.invokeAll(deliveries)) {
        delivered.get(30, TimeUnit.SECONDS);
      }
      two.shutdown();
      assertEquals(PaymentStatus.CAPTURED, find(payment.code()).status());
      assertEquals(Fulfilment.DONE, find(payment.code()).fulfilment());
      assertEquals(new DiamondBalance(1000L * seed, 60L * seed), wallets.balance(fan));
      assertEquals(0, ledger.balance(AccountRef.suspense(payment.code(), "JPY")));
    }
    assertTrue(system.call(proof::holds));
  }

  @Test
  void factsThatContradictTheOrderMoveNothingAndRaiseAnAlarm() throws Exception {
    PaymentRow payment = order("pouch");
    deliver(message(payment, "paid", 1, 0));
    assertEquals(PaymentStatus.MISMATCH, find(payment.code()).status());
    assertEquals(new DiamondBalance(0, 0), wallets.balance(fan));
    ListQuery query =
        new ListQuery(
            0, 10, null, false, Map.of("action", "payment.mismatch", "subject", payment.code()));
    assertEquals(1, system.call(() -> trail.find(query)).total());
  }

  @Test
  void aMessageThatTheProviderDidNotSignIsRefused() throws Exception {
    PaymentRow payment = order("pouch");
    byte[] body = message(payment, "paid", payment.amount().minor(), 54);
    assertThrows(
        WebhookRefused.class,
        () -> system.run(() -> payments.receive("t=" + now() + ",v1=00", body)));
    assertEquals(PaymentStatus.OPEN, find(payment.code()).status());
  }

  @Test
  void aFulfilmentThatFailsLeavesTheMoneyAndIsTriedAgain() throws Exception {
    String subject = Codes.random("STB-", 12);
    String code =
        payments
            .begin(
                new BeginPayment(
                    fan, StubbornBuyer.PURPOSE, subject, new Money(700, "EUR"), "A test", "/"))
            .code();
    PaymentRow payment = find(code);
    deliver(message(payment, "paid", 700, 25));
    PaymentRow first = find(code);
    assertEquals(PaymentStatus.CAPTURED, first.status());
    assertEquals(1, first.attempts());
    assertEquals("IllegalStateException", first.lastError());
    assertEquals(700, ledger.balance(AccountRef.suspense(code, "EUR")));
    await(() -> find(code).fulfilment() == Fulfilment.DONE);
    assertEquals(2, stubborn.timesTold(subject));
  }

  @Test
  void aRefundGivesTheMoneyBackOnceAndTakesTheDiamonds() throws Exception {
    PaymentRow payment = order("pouch");
    assertThrows(
        NotRefundable.class, () -> system.run(() -> desk.refund(payment.code(), "not_paid")));
    approve(payment.providerId());
    await(() -> system.call(() -> payments.refresh(fan, payment.code())).settled());
    assertEquals(new DiamondBalance(1000, 60), wallets.balance(fan));
    system.run(() -> desk.refund(payment.code(), "test"));
    system.run(() -> desk.refund(payment.code(), "test"));
    await(() -> find(payment.code()).status() == PaymentStatus.REFUNDED);
    await(() -> find(payment.code()).fulfilment() == Fulfilment.DONE);
    assertEquals(new DiamondBalance(0, 0), wallets.balance(fan));
    assertEquals(0, ledger.balance(AccountRef.suspense(payment.code(), "JPY")));
  }

  @Test
  void theSameKeyGetsTheSameOrder() throws Exception {
    PlaceDiamondOrder wish = new PlaceDiamondOrder("pouch", Codes.secret());
    assertEquals(
        system.call(() -> orders.place(fan, wish)), system.call(() -> orders.place(fan, wish)));
  }

  private PaymentRow order(String pack) throws Exception {
    PlaceDiamondOrder wish = new PlaceDiamondOrder(pack, Codes.secret());
    return find(system.call(() -> orders.place(fan, wish)).code());
  }

  private PaymentRow find(String code) throws Exception {
    ListQuery query = new ListQuery(0, 1, null, false, Map.of("code", code));
    return system.call(() -> desk.find(query)).rows().get(0);
  }

  private Void deliver(byte[] body) throws Exception {
    String signature = SandboxMessages.signature(body);
    system.run(() -> payments.receive(signature, body));
    return null;
  }

  private static byte[] message(PaymentRow payment, String status, long minor, long fee) {
    Money amount = new Money(minor, payment.amount().currency());
    return SandboxMessages.checkout(payment.providerId(), payment.code(), status, amount, fee);
  }

  private static void approve(String checkout) throws Exception {
    URI uri =
        URI.create(setting("ENCORE_SANDBOX_URL") + "/control/checkouts/" + checkout + "/approve");
    HttpRequest request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    assertEquals(2, status / 100);
  }

  private static void await(Callable<Boolean> done) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!done.call()) {
      assertTrue(System.nanoTime() < end, "Not in time");
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
