package fan.encore.payment;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.PersonalLinks;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the payer by mail that the money went back, whoever asked for it. */
@ApplicationScoped
public class RefundMails {

  @Inject private Contacts contacts;
  @Inject private Outbox outbox;

  @Inject private PersonalLinks links;

  /** In the transaction that announces the refund; one mail for each payment. */
  public void onRefunded(@Observes PaymentRefunded refunded) {
    Contact contact = contacts.of(refunded.accountId());
    outbox.put(
        Outgoing.mail(
            "payment.mail.refunded",
            "payment.refunded:" + refunded.payment(),
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "amount", refunded.amount().format(contact.locale()),
                "subject", refunded.subject(),
                "link",
                    links.to(
                        contact, refunded.accountId(), "/my/payment?code=" + refunded.payment())),
            refunded.accountId()));
  }
}
