package fan.encore.seat.web;

import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.seat.ChooseSeating;
import fan.encore.seat.SeatMapRow;
import fan.encore.seat.SeatMaps;
import fan.encore.seat.Seating;
import fan.encore.seat.Seating.PricedCategory;
import fan.encore.seat.Seatings;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The seats of one event: which map, what its categories cost, which seats are not sold. */
@Named
@ViewScoped
public class EventSeatsPage implements Serializable {

  @Inject private Seatings seatings;
  @Inject private SeatMaps seatMaps;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private String map;
  private transient EventDetail event;
  private transient Seating seating;
  private final Map<String, String> types = new HashMap<>();

  public void open() {
    seating = seatings.of(caller.id(), slug).orElse(null);
    if (map == null) {
      map = seating == null ? firstMap() : seating.mapCode();
      suggest();
    }
  }

  private String firstMap() {
    List<SeatMapRow> maps = getMaps();
    return maps.isEmpty() ? null : maps.get(0).code();
  }

  /** What each category is sold as: as now, else the type of its place in the list. */
  private void suggest() {
    types.clear();
    List<EventDetail.TypeDetail> offered = getEvent().types();
    int place = 0;
    for (PricedCategory category : getCategories()) {
      if (!offered.isEmpty()) {
        types.put(category.code(), offered.get(Math.min(place, offered.size() - 1)).code());
      }
      place++;
    }
    if (getSeating() != null && getSeating().mapCode().equals(map)) {
      getSeating().categories().forEach(now -> types.put(now.code(), now.ticketType()));
    }
  }

  /** Another map was chosen in the list: its categories. */
  public void show() {
    suggest();
  }

  public void choose() {
    seatings.choose(caller.id(), slug, new ChooseSeating(map, types));
    browser.goTo("/studio/event-seats?slug=" + slug + "&done=chosen");
  }

  public void remove() {
    seatings.remove(caller.id(), slug);
    browser.goTo("/studio/event-seats?slug=" + slug + "&done=removed");
  }

  public EventDetail getEvent() {
    if (event == null) {
      event = studio.detail(caller.id(), slug);
    }
    return event;
  }

  /** Null while the event sells without seats. */
  public Seating getSeating() {
    if (seating == null) {
      seating = seatings.of(caller.id(), slug).orElse(null);
    }
    return seating;
  }

  /** The maps of the event's venue; none without a venue. */
  public List<SeatMapRow> getMaps() {
    if (getEvent().venue() == null) {
      return List.of();
    }
    return seatMaps.list(caller.id(), getEvent().venue().code());
  }

  public List<PricedCategory> getCategories() {
    return map == null ? List.of() : seatings.categories(caller.id(), map);
  }

  /** From a category's code to the ticket type's. */
  public Map<String, String> getTypes() {
    return types;
  }

  public String getMap() {
    return map;
  }

  public void setMap(String map) {
    this.map = map;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
