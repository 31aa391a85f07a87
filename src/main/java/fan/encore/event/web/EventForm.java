package fan.encore.event.web;

import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventDetail;
import fan.encore.event.EventDraft;
import fan.encore.event.EventExtras;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What an organizer types about an event; times are local times of the venue. */
public class EventForm implements Serializable {

  private String title;
  private String description;
  private EventCategory category = EventCategory.CONCERT;
  private String artistCode;
  private String venueCode;
  private String currency = "JPY";
  private LocalDateTime doorsAt;
  private LocalDateTime startsAt;
  private LocalDateTime endsAt;
  private Integer version;
  private Attendance attendance = Attendance.VENUE;
  private String zone = "Asia/Tokyo";
  private String onlineLink;
  private LocalDateTime onlineFrom;
  private Integer minAge = 0;
  private String language = "en";
  private String otherTitle;
  private String otherDescription;

  static EventForm of(EventDetail event) {
    EventForm form = new EventForm();
    form.title = event.title();
    form.description = event.description();
    form.category = event.category();
    form.artistCode = event.artistCode();
    form.currency = event.currency();
    form.doorsAt = local(event.doorsAt(), event.zone());
    form.startsAt = local(event.startsAt(), event.zone());
    form.endsAt = local(event.endsAt(), event.zone());
    form.version = event.version();
    EventExtras extras = event.extras();
    form.attendance = extras.attendance();
    form.venueCode = form.attendance.hasVenue() ? event.venue().code() : null;
    form.zone = event.zone();
    form.onlineLink = extras.onlineLink();
    form.onlineFrom = local(extras.onlineFrom(), event.zone());
    form.minAge = extras.minAge();
    form.language = extras.language();
    form.otherTitle = extras.otherTitle();
    form.otherDescription = extras.otherDescription();
    return form;
  }

  EventDraft draft() {
    return new EventDraft(
        title,
        description,
        category,
        artistCode,
        venueCode,
        currency,
        doorsAt,
        startsAt,
        endsAt,
        version,
        attendance,
        zone,
        onlineLink,
        onlineFrom,
        minAge,
        language,
        otherTitle,
        otherDescription);
  }

  static LocalDateTime local(Instant instant, String zone) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneId.of(zone));
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public EventCategory getCategory() {
    return category;
  }

  public void setCategory(EventCategory category) {
    this.category = category;
  }

  public String getArtistCode() {
    return artistCode;
  }

  public void setArtistCode(String artistCode) {
    this.artistCode = artistCode;
  }

  public String getVenueCode() {
    return venueCode;
  }

  public void setVenueCode(String venueCode) {
    this.venueCode = venueCode;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public LocalDateTime getDoorsAt() {
    return doorsAt;
  }

  public void setDoorsAt(LocalDateTime doorsAt) {
    this.doorsAt = doorsAt;
  }

  public LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public LocalDateTime getEndsAt() {
    return endsAt;
  }

  public void setEndsAt(LocalDateTime endsAt) {
    this.endsAt = endsAt;
  }

  public Attendance getAttendance() {
    return attendance;
  }

  public void setAttendance(Attendance attendance) {
    this.attendance = attendance;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getOnlineLink() {
    return onlineLink;
  }

  public void setOnlineLink(String onlineLink) {
    this.onlineLink = onlineLink;
  }

  public LocalDateTime getOnlineFrom() {
    return onlineFrom;
  }

  public void setOnlineFrom(LocalDateTime onlineFrom) {
    this.onlineFrom = onlineFrom;
  }

  public Integer getMinAge() {
    return minAge;
  }

  public void setMinAge(Integer minAge) {
    this.minAge = minAge;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getOtherTitle() {
    return otherTitle;
  }

  public void setOtherTitle(String otherTitle) {
    this.otherTitle = otherTitle;
  }

  public String getOtherDescription() {
    return otherDescription;
  }

  public void setOtherDescription(String otherDescription) {
    this.otherDescription = otherDescription;
  }
}
