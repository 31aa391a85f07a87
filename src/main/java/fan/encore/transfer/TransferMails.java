package fan.encore.transfer;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.Enrolment;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells both sides of a transfer by mail. */
@Dependent
class TransferMails {

  @Inject private Contacts contacts;
  @Inject private Enrolment accounts;
  @Inject private Outbox outbox;
  @Inject private TransferLink link;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** The ticket waits to be claimed: the link for one, the news for the other. */
  void offered(TransferReading.Sides transfer) {
    toReceiver("offered", transfer, link.path(transfer.row().code()));
    toSender("sent", transfer);
  }

  /** The sender has taken it back. */
  void takenBack(TransferReading.Sides transfer) {
    toReceiver("taken_back", transfer, "/event/detail?slug=" + transfer.row().eventSlug());
  }

  /** It has changed hands. */
  void claimed(TransferReading.Sides transfer, long receiver) {
    Contact reader = contacts.of(receiver);
    put("received", transfer, reader.email(), reader.locale(), "/my/tickets", receiver);
    toSender("claimed", transfer);
  }

  /** The other one does not want it. */
  void declined(TransferReading.Sides transfer) {
    toSender("declined", transfer);
  }

  /** Nobody has claimed it in time. */
  void expired(TransferReading.Sides transfer) {
    toSender("expired", transfer);
  }

  private void toSender(String what, TransferReading.Sides transfer) {
    Contact sender = contacts.of(transfer.from());
    put(what, transfer, sender.email(), sender.locale(), "/my/transfers", transfer.from());
  }

  /** In the language of her account if she has one, else in the sender's. */
  private void toReceiver(String what, TransferReading.Sides transfer, String page) {
    Optional<Long> account = accounts.numberOf(transfer.email());
    Locale locale = contacts.of(account.orElse(transfer.from())).locale();
    put(what, transfer, transfer.email(), locale, page, account.orElse(0L));
  }

  private void put(
      String what,
      TransferReading.Sides transfer,
      String email,
      Locale locale,
      String page,
      long about) {
    TransferRow row = transfer.row();
    Map<String, String> values = new HashMap<>();
    values.put("sender", transfer.senderName());
    values.put("address", transfer.email());
    values.put("event", row.eventTitle());
    values.put("type", row.type());
    values.put("venue", row.venue());
    values.put("date", time(row.startsAt(), row.zone(), locale));
    values.put("until", time(row.expiresAt(), row.zone(), locale));
    values.put("link", baseUrl + page);
    outbox.put(
        Outgoing.mail(
            "transfer.mail." + what,
            "transfer." + what + ":" + row.code(),
            email,
            locale,
            values,
            about));
  }

  private static String time(Instant at, ZoneId zone, Locale locale) {
    return Texts.moment(locale, FormatStyle.MEDIUM, at.atZone(zone));
  }
}
