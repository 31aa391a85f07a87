package fan.encore.seat.web;

import fan.encore.event.VenueRow;
import fan.encore.event.Venues;
import fan.encore.seat.SaveSeatMap;
import fan.encore.seat.SeatMap;
import fan.encore.seat.SeatMapRow;
import fan.encore.seat.SeatMapWriter;
import fan.encore.seat.SeatMaps;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The seat maps of all venues, and a new one. */
@Named
@ViewScoped
public class SeatMapsPage implements Serializable {

  @Inject private SeatMaps seatMaps;
  @Inject private Venues allVenues;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private List<SeatMapRow> maps;
  private String venue;
  private String name;
  private String done;

  /** An empty hall with a stage, opened in the editor. */
  public void create() {
    SeatMap hall =
        SeatMap.empty(
            Texts.get(caller.locale(), "seat.kind.stage"),
            Texts.get(caller.locale(), "seat.edit.category_first"));
    String document = SeatMapWriter.write(hall).toString();
    edit(seatMaps.create(caller.id(), venue, new SaveSeatMap(name, document, null)));
  }

  public void copy(SeatMapRow row) {
    String twin = Texts.get(caller.locale(), "seat.maps.copy_of", row.name());
    edit(seatMaps.copy(caller.id(), row.code(), twin.length() > 80 ? twin.substring(0, 80) : twin));
  }

  public void delete(SeatMapRow row) {
    seatMaps.delete(caller.id(), row.code());
    browser.goTo("/studio/seat-maps?done=deleted");
  }

  private void edit(String code) {
    browser.goTo("/studio/seat-map?code=" + code);
  }

  public List<SeatMapRow> getMaps() {
    if (maps == null) {
      maps = seatMaps.list(caller.id(), null);
    }
    return maps;
  }

  public List<VenueRow> getVenues() {
    return allVenues.list();
  }

  public String getVenue() {
    return venue;
  }

  public void setVenue(String venue) {
    this.venue = venue;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
