package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The ticket types on the studio's page of an event. */
@Named
@ViewScoped
public class StudioTypesPage implements Serializable {

  @Inject private StudioEvents studio;
  @Inject private StudioEventPage page;
  @Inject private Caller caller;

  private TicketTypeForm type;

  /** Opens the dialog for a new type. */
  public void add() {
    type = TicketTypeForm.of(getEvent());
  }

  /** Opens the dialog for a type that is there. */
  public void edit(TypeDetail existing) {
    type = TicketTypeForm.of(getEvent(), existing);
  }

  /** Keeps what is in the dialog. */
  public void save() {
    String slug = page.getSlug();
    if (type.getCode() == null) {
      studio.addTicketType(caller.id(), slug, type.draft(getEvent().currency()));
    } else {
      studio.editTicketType(caller.id(), slug, type.getCode(), type.draft(getEvent().currency()));
    }
    page.show("type_saved");
  }

  public EventDetail getEvent() {
    return page.getEvent();
  }

  public int getDecimals() {
    return Money.exponent(getEvent().currency());
  }

  /** Null while no dialog is open. */
  public TicketTypeForm getType() {
    return type;
  }
}
