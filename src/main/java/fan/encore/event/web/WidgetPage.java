package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.Availability;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventRow;
import fan.encore.event.Events;
import fan.encore.event.SeriesView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** An event or a series inside somebody else's page. */
@Named
@RequestScoped
public class WidgetPage {

  @Inject private Events events;
  @Inject private WidgetLook look;
  @Inject private Clock clock;

  private String slug;
  private String series;
  private EventDetail event;
  private SeriesView dates;
  private Instant now;

  public void load() {
    now = clock.instant();
    if (series == null) {
      event = events.bySlug(slug);
    } else {
      dates = events.series(series);
    }
  }

  public String getTitle() {
    String language = look.getLanguage();
    if (event != null) {
      return event.titleIn(language);
    }
    return dates.dates().isEmpty() ? dates.title() : dates.dates().get(0).titleIn(language);
  }

  /** Key of a picture, or null. */
  public String getPicture() {
    if (event != null) {
      return event.pictureKey();
    }
    return dates.dates().isEmpty() ? null : dates.dates().get(0).pictureKey();
  }

  /** Null for a series. */
  public EventDetail getEvent() {
    return event;
  }

  /** None for a single event. */
  public List<EventRow> getDates() {
    return dates == null ? List.of() : dates.dates();
  }

  public boolean isOnSale() {
    return event.selling(now)
        && event.types().stream().anyMatch(type -> availability(type).buyable());
  }

  public Availability availability(TypeDetail type) {
    return type.availability(now);
  }

  public String badge(TypeDetail type) {
    return AvailabilityColours.of(availability(type));
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getSeries() {
    return series;
  }

  public void setSeries(String series) {
    this.series = series;
  }
}
