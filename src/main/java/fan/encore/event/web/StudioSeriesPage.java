package fan.encore.event.web;

import fan.encore.event.EventCopies;
import fan.encore.event.EventDetail;
import fan.encore.event.EventRow;
import fan.encore.event.EventSeries;
import fan.encore.event.Events;
import fan.encore.event.SeriesRule;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;

/** Copies the event on the studio's page, once or as the dates of a series. */
@Named
@ViewScoped
public class StudioSeriesPage implements Serializable {

  @Inject private EventCopies copies;
  @Inject private EventSeries series;
  @Inject private Events events;
  @Inject private StudioEventPage page;
  @Inject private Caller caller;

  private SeriesForm form = new SeriesForm();
  private List<EventRow> dates;

  /** Opens the dialogs with a week later. */
  public void prepare() {
    form = SeriesForm.of(page.getEvent());
  }

  public void copy() {
    page.setSlug(copies.copy(caller.id(), page.getSlug(), form.copy()));
    page.show("copied");
  }

  public void make() {
    series.make(caller.id(), page.getSlug(), form.rule());
    page.show("series_made");
  }

  public void publishAll() {
    series.publishAll(caller.id(), page.getSlug());
    page.show("series_published");
  }

  /** The dates of the series that the event belongs to; none for an event on its own. */
  public List<EventRow> getDates() {
    if (dates == null) {
      EventDetail event = page.getEvent();
      String code = event.extras().seriesCode();
      dates = code == null ? List.of() : events.datesOf(event.organizerAccountId(), code);
    }
    return dates;
  }

  public SeriesRule.SeriesKind[] getKinds() {
    return SeriesRule.SeriesKind.values();
  }

  public DayOfWeek[] getAllWeekdays() {
    return DayOfWeek.values();
  }

  /** A day of the week in the reader's language. */
  public String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, caller.locale());
  }

  public SeriesForm getForm() {
    return form;
  }
}
