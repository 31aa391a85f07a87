package fan.encore.inserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.app.SystemEntrance;
import fan.encore.audit.AuditTrail;
import fan.encore.messaging.MessageNotThere;
import fan.encore.messaging.MessageRow;
import fan.encore.messaging.MessageState;
import fan.encore.messaging.Messages;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.ListQuery;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the business transaction to the mail server: doorbell, listener, worker and all. */
@ExtendWith(ArquillianExtension.class)
class OutboxIT {

  private static final String KIND = "account.mail.verification";

  @Inject private Outbox outbox;
  @Inject private Messages messages;
  @Inject private AuditTrail trail;
  @Inject private SystemEntrance system;
  @Resource private UserTransaction transaction;

  private final String address = UUID.randomUUID() + "@encore.example";

  @Test
  void aCommittedMailIsSentOnceHoweverOftenItIsPut() throws Exception {
    put("once-" + address);
    put("once-" + address);
    MessageRow row = await(MessageState.SENT);
    assertEquals(1, row.attempts());
    assertEquals(1, found().size());
    assertEquals(
        List.of("STARTED", "SENT"),
        system.call(() -> messages.attempts(row.id())).stream().map(a -> a.outcome()).toList());
  }

  @Test
  void whatIsRolledBackNeverLeaves() throws Exception {
    transaction.begin();
    put("never-" + address);
    transaction.rollback();
    assertTrue(found().isEmpty());
  }

  @Test
  void administratorsSeeNoWholeAddress() throws Exception {
    put("masked-" + address);
    MessageRow row = await(MessageState.SENT);
    assertTrue(row.recipient().contains("•••@"), row.recipient());
  }

  @Test
  void aDeliveredMailIsSentAgainOnRequestAndThatIsAudited() throws Exception {
    put("again-" + address);
    long id = await(MessageState.SENT).id();
    system.run(() -> messages.resend(id));
    await(MessageState.SENT, 2);
    assertEquals(List.of("DONE"), audited("message.resend", Long.toString(id)));
  }

  @Test
  void aRefusalIsAuditedAlthoughItsTransactionIsRolledBack() throws Exception {
    long id = Long.MAX_VALUE / 1000;
    assertThrows(MessageNotThere.class, () -> system.run(() -> messages.resend(id)));
    assertTrue(audited("message.resend", Long.toString(id)).contains("REFUSED"));
  }

  @Test
  void onlyAdministratorsLookInside() {
    assertThrows(EJBAccessException.class, () -> messages.find(ListQuery.page(0, 1)));
    assertThrows(EJBAccessException.class, () -> trail.find(ListQuery.page(0, 1)));
  }

  private void put(String key) {
    outbox.put(
        Outgoing.mail(
            KIND,
            key,
            address,
            Locale.ENGLISH,
            Map.of("name", "Mika", "link", "https://encore.example/x"),
            0));
  }

  private MessageRow await(MessageState state) throws Exception {
    return await(state, 1);
  }

  private MessageRow await(MessageState state, int attempts) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      List<MessageRow> rows = found();
      if (!rows.isEmpty() && rows.get(0).state() == state && rows.get(0).attempts() >= attempts) {
        return rows.get(0);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("Not " + state + " in time: " + found());
  }

  private List<MessageRow> found() throws Exception {
    ListQuery query = new ListQuery(0, 10, null, false, Map.of("recipient", address));
    return system.call(() -> messages.find(query)).rows();
  }

  private List<String> audited(String action, String subject) throws Exception {
    ListQuery query =
        new ListQuery(0, 10, null, false, Map.of("action", action, "subject", subject));
    return system.call(() -> trail.find(query)).rows().stream()
        .map(entry -> entry.outcome().name())
        .toList();
  }
}
