package fan.encore.event.web;

import fan.encore.event.EventRow;
import fan.encore.event.Events;
import fan.encore.event.SeriesView;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The dates of a series, for everybody. */
@Named
@RequestScoped
public class SeriesPage {

  @Inject private Events events;
  @Inject private Caller caller;

  private String code;
  private SeriesView series;

  public void load() {
    series = events.series(code);
  }

  /** In the reader's language where the next date has it. */
  public String getTitle() {
    return getDates().isEmpty()
        ? series.title()
        : getDates().get(0).titleIn(caller.locale().getLanguage());
  }

  public List<EventRow> getDates() {
    return series.dates();
  }

  /** Key of the next date's picture, or null. */
  public String getPicture() {
    return getDates().isEmpty() ? null : getDates().get(0).pictureKey();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
