package fan.encore.seat.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.seat.Seating;
import fan.encore.seat.Seating.PricedCategory;
import fan.encore.seat.Seatings;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The further ticket types of each seat category, on the page of an event's seats. */
@Named
@ViewScoped
public class FaresPart implements Serializable {

  @Inject private Seatings seatings;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private List<FareForm> forms = List.of();

  /** One form for each type that leads seats; none while the event sells without. */
  public void open(String event) {
    slug = event;
    forms = seatings.of(caller.id(), slug).map(this::forms).orElse(List.of());
  }

  private List<FareForm> forms(Seating seating) {
    EventDetail event = studio.detail(caller.id(), slug);
    Map<String, PricedCategory> leading = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (PricedCategory category : seating.categories()) {
      used.add(category.ticketType());
      used.addAll(category.fares());
      if (!category.standing()) {
        leading.putIfAbsent(category.ticketType(), category);
      }
    }
    return leading.values().stream().map(one -> form(event, seating, one, used)).toList();
  }

  private static FareForm form(
      EventDetail event, Seating seating, PricedCategory category, Set<String> used) {
    Predicate<TypeDetail> possible =
        type ->
            category.fares().contains(type.code())
                || !used.contains(type.code()) && type.rules().parts().isEmpty();
    return new FareForm(
        event.types().stream()
            .filter(type -> type.code().equals(category.ticketType()))
            .findFirst()
            .orElseThrow(),
        seating.categories().stream()
            .filter(one -> one.ticketType().equals(category.ticketType()))
            .map(PricedCategory::name)
            .toList(),
        event.types().stream().filter(possible).toList(),
        category.fares());
  }

  /** Types that leave seats first, so that others may have them. */
  public void save() {
    for (FareForm form : forms) {
      if (form.loses()) {
        seatings.chooseFares(caller.id(), slug, form.kept());
      }
    }
    for (FareForm form : forms) {
      if (form.gains()) {
        seatings.chooseFares(caller.id(), slug, form.wanted());
      }
    }
    browser.goTo("/studio/event-seats?slug=" + slug + "&done=fares");
  }

  public List<FareForm> getForms() {
    return forms;
  }

  /** Whether there is any type that is not sold on the map already. */
  public boolean isPossible() {
    return forms.stream().anyMatch(form -> !form.getOptions().isEmpty());
  }
}
