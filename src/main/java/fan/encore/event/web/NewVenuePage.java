package fan.encore.event.web;

import fan.encore.event.VenueDraft;
import fan.encore.event.VenueRow;
import fan.encore.event.Venues;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The dialog that adds a venue to an event. */
@Named
@ViewScoped
public class NewVenuePage implements Serializable {

  @Inject private Venues venues;
  @Inject private Caller caller;
  @Inject private StudioEventPage eventPage;

  private String name;
  private String address;
  private String city;
  private String country = "JP";
  private String zone = "Asia/Tokyo";

  /** Adds the venue and chooses it for the event on the page. */
  public void save() {
    VenueRow venue = venues.create(caller.id(), new VenueDraft(name, address, city, country, zone));
    eventPage.getForm().setVenueCode(venue.code());
  }

  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .toList();
  }

  /** ISO 3166-1 codes, sorted. */
  public List<String> getCountries() {
    return Arrays.asList(Locale.getISOCountries());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }
}
