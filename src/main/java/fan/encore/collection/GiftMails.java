package fan.encore.collection;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells fans by mail of gifts and of parcels. */
@ApplicationScoped
public class GiftMails {

  @Inject private Contacts contacts;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** Somebody offers her an item. */
  public void offered(String gift, long from, long to, String item) {
    mail("collection.mail.gift_offered", "gift.offered:" + gift, to, from, item, "/my/gifts");
  }

  /** The other fan has accepted or declined. */
  public void answered(String gift, boolean accepted, long from, long to, String item) {
    String kind = accepted ? "gift_accepted" : "gift_declined";
    mail("collection.mail." + kind, "gift.answered:" + gift, from, to, item, "/my/gifts");
  }

  /** Her parcel is on its way. */
  public void sent(String shipment, long accountId, String item, String carrier, String tracking) {
    Contact contact = contacts.of(accountId);
    outbox.put(
        Outgoing.mail(
            "collection.mail.sent",
            "shipment.sent:" + shipment,
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "item", item,
                "carrier", carrier,
                "tracking", tracking,
                "link", baseUrl + "/my/deliveries"),
            accountId));
  }

  private void mail(String kind, String key, long reader, long other, String item, String page) {
    Contact contact = contacts.of(reader);
    outbox.put(
        Outgoing.mail(
            kind,
            key,
            contact.email(),
            contact.locale(),
            Map.of(
                "name",
                contact.displayName(),
                "other",
                contacts.of(other).displayName(),
                "item",
                item,
                "link",
                baseUrl + page),
            reader));
  }
}
