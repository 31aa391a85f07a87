package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.Availability;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.Events;
import fan.encore.event.StudioEvents;
import fan.encore.promo.PromoCodes;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One event with its ticket types; choosing tickets leads to the checkout. */
@Named
@RequestScoped
public class EventDetailPage {

  private static final int MOST_CHOICES = 20;

  @Inject private Events events;
  @Inject private PromoCodes codes;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private String slug;
  private String code;
  private Set<Long> unlocked = Set.of();
  private EventDetail event;
  private Instant now;
  private boolean preview;

  public void load() {
    now = clock.instant();
    unlocked = codes.unlocked(slug, code, now);
    event = events.bySlug(slug, unlocked);
  }

  /** Loads a draft as fans will see it. */
  public void preview() {
    now = clock.instant();
    event = studio.detail(caller.id(), slug).forEverybody();
    preview = true;
  }

  public String getTitle() {
    return event.titleIn(language());
  }

  private String language() {
    return caller.locale().getLanguage();
  }

  public EventDetail getEvent() {
    return event;
  }

  /** The description, split at its empty lines. */
  public List<String> getParagraphs() {
    return List.of(event.descriptionIn(language()).strip().split("\\R\\s*\\R"));
  }

  public boolean isOver() {
    return event.over(now);
  }

  public boolean isOnSale() {
    return (preview || event.selling(now)) && event.types().stream().anyMatch(this::buyable);
  }

  public Availability availability(TypeDetail type) {
    return type.availability(now);
  }

  /**
   * Whether the type can be chosen: on sale and left, or open early to some; whether she is one of
   * them is found out when she has signed in.
   */
  public boolean buyable(TypeDetail type) {
    return availability(type).buyable()
        || availability(type) == Availability.NOT_YET
            && type.remaining() > 0
            && type.rules().presales().stream().anyMatch(rule -> !now.isBefore(rule.opensAt()));
  }

  /** Colour of the badge beside a ticket type. */
  public String badge(TypeDetail type) {
    return AvailabilityColours.of(availability(type));
  }

  /** 0, or as many as one order may have and are left. */
  public List<Integer> choices(TypeDetail type) {
    int most = Math.min(Math.min(type.maxPerOrder(), type.remaining()), MOST_CHOICES);
    IntStream some = IntStream.rangeClosed(type.rules().minPerOrder(), most);
    return IntStream.concat(IntStream.of(0), some).boxed().toList();
  }

  /** True for the first type that can be bought alone: one ticket of it is chosen already. */
  public boolean preferred(TypeDetail type) {
    return event.types().stream()
        .filter(candidate -> availability(candidate).buyable())
        .filter(candidate -> candidate.rules().baseTypeId() == null)
        .findFirst()
        .filter(type::equals)
        .isPresent();
  }

  /** What a bundle gives, an add-on needs, or a limit allows: keys and values for the view. */
  public List<TypeNote> notes(TypeDetail type) {
    return TypeNote.of(type, event);
  }

  /** Whether the code in the address opens something. */
  public boolean isUnlocked() {
    return !unlocked.isEmpty();
  }

  /** Whether there is a code in the address that opens nothing. */
  public boolean isLocked() {
    return code != null && unlocked.isEmpty();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null || code.isBlank() ? null : code.strip();
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
