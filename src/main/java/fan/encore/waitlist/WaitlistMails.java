package fan.encore.waitlist;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells waiting fans by mail whose turn it is. */
@Dependent
class WaitlistMails {

  @Inject private Sql sql;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** Tickets are held for her. */
  void offered(WaitingPlace place, long accountId) {
    put("offered", place, accountId, "/my/checkout?reservation=" + place.reservation());
  }

  /** She did not buy in time. */
  void lapsed(WaitingPlace place) {
    put("lapsed", place, owner(place), "/event/detail?slug=" + place.eventSlug());
  }

  /** The list is over, and her turn did not come. */
  void closed(WaitingPlace place) {
    put("closed", place, owner(place), "/event/detail?slug=" + place.eventSlug());
  }

  private long owner(WaitingPlace place) {
    return sql.number("select account_id from encore.waitlist_entry where code = ?", place.code());
  }

  private void put(String what, WaitingPlace place, long accountId, String page) {
    Contact contact = contacts.of(accountId);
    Locale locale = contact.locale();
    Map<String, String> values = new HashMap<>();
    values.put("name", contact.displayName());
    values.put("event", place.eventTitle());
    values.put("type", place.type());
    values.put("count", String.valueOf(place.quantity()));
    values.put("date", time(place, place.startsAt(), locale));
    values.put("venue", place.venue());
    values.put(
        "until", place.offerExpiresAt() == null ? "" : time(place, place.offerExpiresAt(), locale));
    values.put("link", baseUrl + page);
    outbox.put(
        Outgoing.mail(
            "waitlist.mail." + what,
            "waitlist." + what + ":" + place.code(),
            contact.email(),
            locale,
            values,
            accountId));
  }

  private static String time(WaitingPlace place, Instant at, Locale locale) {
    return Texts.moment(locale, FormatStyle.MEDIUM, at.atZone(place.zone()));
  }
}
