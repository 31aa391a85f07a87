package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.Availability;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventStatus;
import fan.encore.event.Events;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** One event with its ticket types; choosing tickets leads to the checkout. */
@Named
@RequestScoped
public class EventDetailPage {

  private static final int MOST_CHOICES = 20;

  @Inject private Events events;
  @Inject private Clock clock;

  private String slug;
  private EventDetail event;
  private Instant now;

  public void load() {
    now = clock.instant();
    event = events.bySlug(slug);
  }

  public EventDetail getEvent() {
    return event;
  }

  /** The description, split at its empty lines. */
  public List<String> getParagraphs() {
    return List.of(event.description().strip().split("\\R\\s*\\R"));
  }

  public boolean isOver() {
    return !now.isBefore(event.endsAt());
  }

  public boolean isOnSale() {
    return event.status() == EventStatus.PUBLISHED
        && !isOver()
        && event.types().stream().anyMatch(type -> availability(type).buyable());
  }

  public Availability availability(TypeDetail type) {
    return type.availability(now);
  }

  /** Colour of the badge beside a ticket type. */
  public String badge(TypeDetail type) {
    return switch (availability(type)) {
      case AVAILABLE -> "good";
      case FEW_LEFT, ALL_HELD -> "warn";
      case NOT_YET -> "info";
      case SOLD_OUT -> "bad";
      case ENDED -> "neutral";
    };
  }

  /** 0 up to as many as one order may have and are left. */
  public List<Integer> choices(TypeDetail type) {
    int most = Math.min(Math.min(type.maxPerOrder(), type.free()), MOST_CHOICES);
    return IntStream.rangeClosed(0, most).boxed().toList();
  }

  /** True for the first type that can be bought: one ticket of it is chosen already. */
  public boolean preferred(TypeDetail type) {
    return event.types().stream()
        .filter(candidate -> availability(candidate).buyable())
        .findFirst()
        .filter(type::equals)
        .isPresent();
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
