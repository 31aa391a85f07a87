package fan.encore.app.demo;

import fan.encore.account.Enrolment;
import fan.encore.ticket.Tickets;
import fan.encore.transfer.ResaleTerms;
import fan.encore.transfer.Resales;
import fan.encore.transfer.SellTicket;
import fan.encore.transfer.SellableTicket;
import fan.encore.transfer.StudioResales;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Some evenings of the demonstration may be sold on, and some fans do. */
@ApplicationScoped
public class DemoResale {

  private static final int KEPT_PER_MILLE = 50;
  private static final int ASKED = 60;
  private static final String SOLD_ON = "One Night Under the Dome";

  /** The first fans of the crowd have a ticket that can be sold on, whatever else they do. */
  static final int SELLERS = 3;

  private static final int SEEN = 20;

  @Inject private DemoOuting outing;
  @Inject private Enrolment enrolment;
  @Inject private Tickets tickets;
  @Inject private Resales resales;
  @Inject private StudioResales studio;
  @Inject private Clock clock;

  /** Fans may sell tickets of the event on. */
  void allow(long organizer, String slug) {
    studio.set(organizer, slug, new ResaleTerms(true, KEPT_PER_MILLE, null));
  }

  /** Buys a ticket that can be sold on. */
  void buy(long account) {
    outing.to(SOLD_ON, account, "demo-resale-" + account + "-");
  }

  /** The first fans of the crowd who can sell a ticket; the same ones every time. */
  void offer() {
    int sellers = 0;
    for (int number = 1; number <= ASKED && sellers < SELLERS; number++) {
      Optional<Long> fan = enrolment.numberOf("fan" + number + "@encore.example");
      sellers += fan.isPresent() && offered(fan.get()) ? 1 : 0;
    }
  }

  private boolean offered(long account) {
    for (var ticket : tickets.of(account, 0, SEEN).rows()) {
      SellableTicket chance = resales.ticket(account, ticket.code());
      if (chance.offer() != null) {
        return true;
      }
      if (chance.sellable(clock.instant())) {
        resales.offer(
            account, new SellTicket(ticket.code(), chance.most().minor(), "demo-" + ticket.code()));
        return true;
      }
    }
    return false;
  }
}
