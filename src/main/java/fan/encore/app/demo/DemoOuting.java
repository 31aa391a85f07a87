package fan.encore.app.demo;

import fan.encore.account.Contacts;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventRow;
import fan.encore.event.EventSearch;
import fan.encore.event.Events;
import fan.encore.order.Checkout;
import fan.encore.order.HoldTickets;
import fan.encore.order.Holds;
import fan.encore.order.PlaceOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** How one fan buys tickets; some let their reservation lapse. */
@ApplicationScoped
public class DemoOuting {

  @Inject private Contacts contacts;
  @Inject private Events events;
  @Inject private Holds holds;
  @Inject private Checkout checkout;
  @Inject private DemoBuyer buyer;
  @Inject private Clock clock;

  /**
   * @param luck decides where this fan goes, if at all
   */
  public void of(long account, Random luck, String key) {
    String reservation = hold(account, luck, key);
    if (luck.nextInt(15) > 0) {
      pay(account, reservation, key);
    }
  }

  /**
   * @param luck decides where this fan goes
   */
  public void surely(long account, Random luck, String key) {
    pay(account, hold(account, luck, key), key);
  }

  /** Buys one ticket of the event that the words find first, the first one that is on sale. */
  void to(String words, long account, String key) {
    EventRow event = events.search(EventSearch.words(words, 1)).rows().get(0);
    pay(account, hold(account, event, buyable(event).get(0), 1, key), key);
  }

  private String hold(long account, Random luck, String key) {
    EventSearch everything = EventSearch.all(100);
    List<EventRow> rows = events.search(everything).rows();
    EventRow event = rows.get(luck.nextInt(rows.size()));
    List<TypeDetail> types = buyable(event);
    for (int tries = 0; types.isEmpty() && tries < rows.size(); tries++) {
      event = rows.get(luck.nextInt(rows.size()));
      types = buyable(event);
    }
    TypeDetail type = types.get(luck.nextInt(types.size()));
    int quantity = 1 + luck.nextInt(Math.min(3, type.maxPerOrder()));
    return hold(account, event, type, quantity, key);
  }

  private String hold(long account, EventRow event, TypeDetail type, int quantity, String key) {
    var line = new HoldTickets.HoldLine(type.code(), quantity);
    return holds.hold(account, new HoldTickets(event.slug(), List.of(line), key + "hold")).code();
  }

  private List<TypeDetail> buyable(EventRow event) {
    return events.bySlug(event.slug()).types().stream()
        .filter(type -> type.availability(clock.instant()).buyable())
        .toList();
  }

  private void pay(long account, String reservation, String key) {
    String page =
        checkout
            .place(
                account,
                new PlaceOrder(
                    reservation,
                    "sandbox",
                    contacts.of(account).displayName(),
                    null,
                    null,
                    key + "order"))
            .redirectUrl();
    if (page.startsWith("http")) {
      buyer.approve(page);
    }
  }
}
