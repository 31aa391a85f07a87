package fan.encore.event.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.event.EventCategory;
import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.VenueRow;
import fan.encore.event.Venues;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** Creates and edits one event: what it says, its picture, its ticket types, its publication. */
@Named
@ViewScoped
public class StudioEventPage implements Serializable {

  @Inject private StudioEvents studio;
  @Inject private Venues venues;
  @Inject private Artists artists;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private EventDetail event;
  private EventForm form = new EventForm();
  private TicketTypeForm type;
  private Part picture;

  public void open() {
    if (slug != null) {
      event = studio.detail(caller.id(), slug);
      form = EventForm.of(event);
    }
  }

  public void save() {
    if (event == null) {
      slug = studio.create(caller.id(), form.draft());
      show("created");
    } else {
      studio.edit(caller.id(), slug, form.draft());
      show("saved");
    }
  }

  public void upload() throws IOException {
    try (InputStream bytes = picture.getInputStream()) {
      studio.showPicture(caller.id(), slug, bytes.readAllBytes());
    }
    show("picture_saved");
  }

  public void publish() {
    studio.publish(caller.id(), slug);
    show("published");
  }

  public void addType() {
    type = TicketTypeForm.of(event);
  }

  public void editType(TypeDetail existing) {
    type = TicketTypeForm.of(event, existing);
  }

  public void saveType() {
    if (type.getCode() == null) {
      studio.addTicketType(caller.id(), slug, type.draft(event.currency()));
    } else {
      studio.editTicketType(caller.id(), slug, type.getCode(), type.draft(event.currency()));
    }
    show("type_saved");
  }

  /** The page again, with a word about what was done. */
  private void show(String what) {
    browser.goTo("/studio/event?slug=" + slug + "&done=" + what);
  }

  public List<VenueRow> getVenues() {
    return venues.list();
  }

  public List<Artist> getArtists() {
    return artists.list();
  }

  public EventCategory[] getCategories() {
    return EventCategory.values();
  }

  public int getDecimals() {
    return Money.exponent(event.currency());
  }

  public EventDetail getEvent() {
    return event;
  }

  public EventForm getForm() {
    return form;
  }

  /** Null while no dialog is open. */
  public TicketTypeForm getType() {
    return type;
  }

  public Part getPicture() {
    return picture;
  }

  public void setPicture(Part picture) {
    this.picture = picture;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
