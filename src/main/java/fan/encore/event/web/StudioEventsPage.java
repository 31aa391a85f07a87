package fan.encore.event.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventRow;
import fan.encore.event.EventStatus;
import fan.encore.event.Events;
import fan.encore.security.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The organizer's own events. */
@Named
@ViewScoped
public class StudioEventsPage implements Serializable {

  @Inject private Events events;
  @Inject private Caller caller;

  private LazyRows<EventRow> rows;

  @PostConstruct
  void load() {
    rows = new LazyRows<>(query -> events.ofTeam(caller.id(), query), EventRow::slug);
  }

  public LazyRows<EventRow> getRows() {
    return rows;
  }

  public EventStatus[] getStatuses() {
    return EventStatus.values();
  }
}
