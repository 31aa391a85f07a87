package fan.encore.seat.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventStatus;
import fan.encore.event.Events;
import fan.encore.seat.NotSeated;
import fan.encore.seat.SeatPlans;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The map of an event's seats; the map itself comes to the browser by the API. */
@Named
@RequestScoped
public class SeatPickPage {

  @Inject private Events events;
  @Inject private SeatPlans plans;
  @Inject private Clock clock;

  private String slug;
  private EventDetail event;

  public void load() {
    event = events.bySlug(slug);
    if (!plans.seated(slug)) {
      throw new NotSeated();
    }
  }

  /** Whether an event is sold by a map. */
  public boolean seated(String eventSlug) {
    return plans.seated(eventSlug);
  }

  public EventDetail getEvent() {
    return event;
  }

  public boolean isOnSale() {
    return event.status() == EventStatus.PUBLISHED
        && clock.instant().isBefore(event.endsAt())
        && !getTypes().isEmpty();
  }

  /** What can be bought now. */
  public List<TypeDetail> getTypes() {
    Instant now = clock.instant();
    return event.types().stream().filter(type -> type.availability(now).buyable()).toList();
  }

  /** None, or as many as one order may have. */
  public List<Integer> quantities(TypeDetail type) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.rangeClosed(
                Math.max(1, type.rules().minPerOrder()), Math.min(type.maxPerOrder(), 20)))
        .boxed()
        .toList();
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
