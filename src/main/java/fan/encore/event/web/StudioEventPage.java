package fan.encore.event.web;

import fan.encore.artist.Artist;
import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventDetail;
import fan.encore.event.EventSeries;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.event.VenueRow;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates and edits one event: what it says and its publication. */
@Named
@ViewScoped
public class StudioEventPage implements Serializable {

  @Inject private StudioEvents studio;
  @Inject private EventChoices choices;
  @Inject private EventSeries series;
  @Inject private Caller caller;
  @Inject private Browser browser;

  /** What the page may have just done; each completes a key of its bundle. */
  private static final Map<String, Set<String>> NEWS =
      Map.of(
          "event.studio.",
          Set.of("created", "saved", "picture_saved", "type_saved", "published"),
          "events.done.",
          Set.of("postponed", "cancelled", "copied", "series_made", "series_published", "series"));

  private String slug;
  private String done;
  private EventDetail event;
  private EventForm form = new EventForm();

  public void open() {
    if (slug != null && !studio.permissions(caller.id(), slug).contains(TeamPermission.EDIT)) {
      // 404 for strangers
      studio.detail(caller.id(), slug, TeamPermission.values());
      browser.goTo("/studio/work?slug=" + slug);
    } else if (slug != null) {
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

  /** Saves this date of a series and all that follow it. */
  public void saveFollowing() {
    series.editFollowing(caller.id(), slug, form.draft());
    show("series");
  }

  public void publish() {
    studio.publish(caller.id(), slug);
    show("published");
  }

  /** Key of the sentence about what was just done, or null. */
  public String getNews() {
    return NEWS.entrySet().stream()
        .filter(bundle -> done != null && bundle.getValue().contains(done))
        .map(bundle -> bundle.getKey() + done)
        .findFirst()
        .orElse(null);
  }

  /** The page again, with a word about what was done. */
  void show(String what) {
    browser.goTo("/studio/event?slug=" + slug + "&done=" + what);
  }

  public List<VenueRow> getVenues() {
    return choices.venues();
  }

  public List<Artist> getArtists() {
    return choices.artists();
  }

  public EventCategory[] getCategories() {
    return EventCategory.values();
  }

  public Attendance[] getAttendances() {
    return Attendance.values();
  }

  public EventDetail getEvent() {
    return event;
  }

  public EventForm getForm() {
    return form;
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
