package fan.encore.transfer;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells sellers by mail what became of their offers; buyers hear of their orders. */
@ApplicationScoped
public class ResaleMails {

  @Inject private Sql sql;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** Somebody has paid; the seller's code is dead and her money on its way. */
  public void sold(String offer) {
    put("sold", offer, "/my/transfers");
  }

  /** Nobody has bought it in time, or the organizer has ended it; the ticket is hers as before. */
  public void unsold(String offer) {
    put("unsold", offer, "/my/tickets");
  }

  private void put(String what, String offer, String page) {
    long seller =
        sql.number("select seller_account_id from encore.resale_offer where code = ?", offer);
    ResaleRow row = ResaleReading.offer(sql, seller, offer).orElseThrow();
    Contact contact = contacts.of(seller);
    outbox.put(
        Outgoing.mail(
            "resale.mail." + what,
            "resale." + what + ":" + offer,
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "event", row.eventTitle(),
                "type", row.type(),
                "price", row.price().format(contact.locale()),
                "fee", row.fee().format(contact.locale()),
                "payout", row.payout().format(contact.locale()),
                "link", baseUrl + page),
            seller));
  }
}
