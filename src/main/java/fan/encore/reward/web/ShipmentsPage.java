package fan.encore.reward.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.collection.ShipmentRow;
import fan.encore.collection.ShipmentStatus;
import fan.encore.collection.Shipments;
import fan.encore.security.web.Caller;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The artist's list of what has to be packed and sent. */
@Named
@ViewScoped
public class ShipmentsPage implements Serializable {

  @Inject private Shipments shipments;
  @Inject private StudioArtists artists;
  @Inject private Caller caller;

  private String artist;
  private String chosen;
  private String carrier;
  private String tracking;
  private LazyRows<ShipmentRow> rows;

  public void open() {
    artist = artists.code(artist);
    rows = new LazyRows<>(this::find, ShipmentRow::code);
  }

  private Slice<ShipmentRow> find(ListQuery query) {
    return artist == null ? new Slice<>(List.of(), 0) : shipments.find(caller.id(), artist, query);
  }

  public void pack(String code) {
    shipments.pack(caller.id(), artist, code);
  }

  public void choose(String code) {
    chosen = code;
    tracking = null;
  }

  public void send() {
    shipments.send(caller.id(), artist, chosen, carrier, tracking);
  }

  public LazyRows<ShipmentRow> getRows() {
    return rows;
  }

  public ShipmentStatus[] getStatuses() {
    return ShipmentStatus.values();
  }

  public String getArtist() {
    return artist;
  }

  public void setArtist(String artist) {
    this.artist = artist;
  }

  public String getCarrier() {
    return carrier;
  }

  public void setCarrier(String carrier) {
    this.carrier = carrier;
  }

  public String getTracking() {
    return tracking;
  }

  public void setTracking(String tracking) {
    this.tracking = tracking;
  }
}
