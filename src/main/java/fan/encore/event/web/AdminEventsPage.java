package fan.encore.event.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventRow;
import fan.encore.event.EventStatus;
import fan.encore.event.Events;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All events for administrators. */
@Named
@ViewScoped
public class AdminEventsPage implements Serializable {

  @Inject private Events events;

  private LazyRows<EventRow> rows;

  @PostConstruct
  void load() {
    rows = new LazyRows<>(query -> events.find(query), EventRow::slug);
  }

  public LazyRows<EventRow> getRows() {
    return rows;
  }

  public EventStatus[] getStatuses() {
    return EventStatus.values();
  }
}
