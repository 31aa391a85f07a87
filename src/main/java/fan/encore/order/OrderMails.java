package fan.encore.order;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.PersonalLinks;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.payment.PaymentCaptured;
import fan.encore.seat.BoughtSeat;
import fan.encore.seat.SeatNames;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells fans by mail what became of their orders. */
@ApplicationScoped
public class OrderMails {

  @Inject private Sql sql;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;

  @Inject private PersonalLinks links;

  /**
   * An order is paid, or was free, and its tickets are made: tells it by mail, and by SMS if
   * wished, once.
   *
   * @param document key of the stored file with the tickets
   */
  public void delivered(String orderCode, String document) {
    OrderView order = OrderReading.view(sql, orderCode).orElseThrow();
    Contact contact = contacts.of(order.accountId());
    outbox.put(
        Outgoing.mail(
                "order.mail.delivered",
                "order.delivered:" + orderCode,
                contact.email(),
                contact.locale(),
                Map.of(
                    "name", contact.displayName(),
                    "order", orderCode,
                    "event", order.eventTitle(),
                    "when", when(order, contact.locale()),
                    "where", order.venueName() + ", " + order.city(),
                    "lines", lines(order, contact.locale()) + seats(order, contact.locale()),
                    "fee", order.quote().fee().format(contact.locale()),
                    "total", order.quote().total().format(contact.locale()),
                    "guest", contact.guest() ? Texts.get(contact.locale(), "order.mail.guest") : "",
                    "link", link(contact, order)),
                order.accountId())
            .attaching(document));
    if (order.phone() != null) {
      outbox.put(message(order, contact.locale()));
    }
  }

  private Outgoing message(OrderView order, Locale locale) {
    return Outgoing.sms(
        "order.sms.delivered",
        "order.delivered:" + order.code(),
        order.phone(),
        locale,
        Map.of(
            "count", String.valueOf(order.quote().quantity()),
            "event", order.eventTitle(),
            "date", when(order, locale),
            "order", order.code(),
            "link", links.open("/my/tickets")),
        order.accountId());
  }

  /**
   * A payment goes back.
   *
   * @param reason {@link TicketSale#SOLD_OUT} or {@link TicketSale#PAID_TWICE}
   */
  public void refunded(String orderCode, PaymentCaptured payment, String reason) {
    OrderView order = OrderReading.view(sql, orderCode).orElseThrow();
    Contact contact = contacts.of(order.accountId());
    outbox.put(
        Outgoing.mail(
            "order.mail." + reason.toLowerCase(Locale.ROOT),
            "order.refund:" + payment.payment() + ":" + orderCode,
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "order", orderCode,
                "event", order.eventTitle(),
                "amount", payment.amount().format(contact.locale()),
                "link", link(contact, order)),
            order.accountId()));
  }

  /** Its seats, each on a line of its own; empty without seats. */
  private String seats(OrderView order, Locale locale) {
    return BoughtSeat.words(SeatNames.ofReservation(sql, order.reservationCode()), locale).stream()
        .map(seat -> "\n" + seat)
        .collect(Collectors.joining());
  }

  /** Tickets are given back, with or without money. */
  public void given(String orderCode, RefundView refund) {
    OrderView order = OrderReading.view(sql, orderCode).orElseThrow();
    Contact contact = contacts.of(order.accountId());
    String kind = refund.amount().isZero() ? "order.mail.returned" : "order.mail.given_back";
    outbox.put(
        Outgoing.mail(
            kind,
            "order.refund:" + refund.code(),
            contact.email(),
            contact.locale(),
            Map.of(
                "name", contact.displayName(),
                "order", orderCode,
                "event", order.eventTitle(),
                "count", String.valueOf(refund.quantity()),
                "amount", refund.amount().format(contact.locale()),
                "reason", refund.reason(),
                "link", link(contact, order)),
            order.accountId()));
  }

  /**
   * What the organizer writes to all who bought.
   *
   * @param batch says when two mails are the same one
   */
  public void notice(String orderCode, String batch, String subject, String body) {
    OrderView order = OrderReading.view(sql, orderCode).orElseThrow();
    Contact contact = contacts.of(order.accountId());
    outbox.put(
        Outgoing.mail(
            "order.mail.notice",
            "order.notice:" + batch + ":" + orderCode,
            contact.email(),
            contact.locale(),
            Map.of(
                "name",
                contact.displayName(),
                "order",
                orderCode,
                "event",
                order.eventTitle(),
                "subject",
                subject.isEmpty() ? order.eventTitle() : subject,
                "body",
                body,
                "link",
                link(contact, order)),
            order.accountId()));
  }

  private String link(Contact contact, OrderView order) {
    return links.to(contact, order.accountId(), "/my/order?code=" + order.code());
  }

  private static String lines(OrderView order, Locale locale) {
    List<String> lines = new ArrayList<>(List.of(tickets(order, locale)));
    for (TaxShare tax : order.quote().taxes()) {
      lines.add(Texts.get(locale, "order.mail.tax", tax.percent(), tax.gross(), tax.tax()));
    }
    if (order.quote().discount().isPositive()) {
      lines.add(Texts.get(locale, "order.mail.discount", order.quote().discount()));
    }
    return String.join("\n", lines);
  }

  private static String tickets(OrderView order, Locale locale) {
    return order.quote().lines().stream()
        .map(
            line ->
                Texts.get(
                    locale,
                    "order.mail.line",
                    line.quantity(),
                    line.name(),
                    line.price(),
                    line.tickets()))
        .collect(Collectors.joining("\n"));
  }

  private static String when(OrderView order, Locale locale) {
    ZonedDateTime start = order.startsAt().atZone(ZoneId.of(order.zone()));
    return Texts.moment(locale, FormatStyle.FULL, start);
  }
}
