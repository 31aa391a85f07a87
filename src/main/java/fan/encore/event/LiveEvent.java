package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** One evening that people buy tickets for, in a hall or online. */
@Entity
@Table(schema = "encore", name = "live_event")
public class LiveEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private Long id;

  @Column(name = "slug")
  private String slug;

  @Embedded private Wording wording;

  @Enumerated(EnumType.STRING)
  @Column(name = "category")
  private EventCategory category;

  @Column(name = "artist_id")
  private Long artistId;

  @ManyToOne(optional = false)
  @JoinColumn(name = "venue_id")
  private Venue venue;

  @Embedded private OnlinePart online;

  @Column(name = "min_age")
  private short minAge;

  @Column(name = "organizer_account_id")
  private long organizerAccountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private EventStatus status;

  @Column(name = "currency")
  private String currency;

  @Embedded private EventTimes times;

  @Column(name = "picture_key")
  private String pictureKey;

  @Column(name = "series_id")
  private Long seriesId;

  @Embedded private Postponement postponement;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected LiveEvent() {}

  /**
   * @param venue where it is, or the clock of an event that is online alone
   * @param artistId null without one
   * @throws EventTimesWrong if it ends before it starts, or opens after
   */
  public LiveEvent(
      String slug,
      long organizerAccountId,
      EventDraft draft,
      Venue venue,
      Long artistId,
      Instant now) {
    this.slug = slug;
    this.organizerAccountId = organizerAccountId;
    this.status = EventStatus.DRAFT;
    this.createdAt = now;
    this.currency = draft.currency();
    this.postponement = new Postponement();
    describe(draft, venue, artistId);
  }

  /**
   * Takes over what the organizer wrote.
   *
   * @throws EditedMeanwhile if the draft was made from an older version
   * @throws CurrencyFixed if it is published and the currency is another one
   */
  public void edit(EventDraft draft, Venue newVenue, Long newArtistId) {
    if (draft.version() != null && draft.version() != version) {
      throw new EditedMeanwhile();
    }
    if (status != EventStatus.DRAFT && !draft.currency().equals(currency)) {
      throw new CurrencyFixed();
    }
    currency = draft.currency();
    describe(draft, newVenue, newArtistId);
  }

  /**
   * Makes the event visible and its ticket types sellable.
   *
   * @param ticketTypes how many ticket types it has
   * @throws NotPublishable if there is nothing to sell, it has begun, or it is no draft
   */
  public void publish(int ticketTypes, Instant now) {
    if (!status.canBecome(EventStatus.PUBLISHED)) {
      throw new NotPublishable("event.not_a_draft");
    }
    if (ticketTypes == 0) {
      throw new NotPublishable("event.without_ticket_types");
    }
    if (!times.startsAt().isAfter(now)) {
      throw new NotPublishable("event.begins_in_the_past");
    }
    status = EventStatus.PUBLISHED;
    publishedAt = now;
  }

  /**
   * Moves the event to a later or earlier date, or to one that nobody knows yet.
   *
   * @return by how much it moved; nothing while the date is open
   * @throws NotPostponable if it is not announced, or over
   */
  public Duration postpone(PostponeEvent wish, Instant now) {
    if (!ahead(now)) {
      throw new NotPostponable();
    }
    ZoneId zone = zone();
    Instant was = times.startsAt();
    Postponement moved =
        new Postponement(
            postponement, was, wish.startsAt() == null, at(wish.refundUntil(), zone), now);
    moved.say(wish.words());
    postponement = moved;
    status = EventStatus.POSTPONED;
    if (wish.startsAt() != null) {
      times = times.moved(wish, zone, now);
    }
    return Duration.between(was, times.startsAt());
  }

  /**
   * Calls the event off.
   *
   * @throws NotCancellable if nobody knows of it yet, or it is over or cancelled already
   */
  public void cancel(String words, Instant now) {
    if (!ahead(now)) {
      throw new NotCancellable();
    }
    status = EventStatus.CANCELLED;
    cancelledAt = now;
    postponement.say(words);
  }

  /**
   * @param key a stored file whose key starts with {@code public/event/}, or null for none
   */
  public void showPicture(String key) {
    pictureKey = key;
  }

  void join(long series) {
    seriesId = series;
  }

  boolean inSeries() {
    return seriesId != null;
  }

  private void describe(EventDraft draft, Venue newVenue, Long newArtistId) {
    ZoneId zone = newVenue.zone();
    wording = new Wording(draft);
    category = draft.category();
    artistId = newArtistId;
    venue = newVenue;
    online = new OnlinePart(draft, zone);
    minAge = draft.minAge().shortValue();
    times = EventTimes.of(draft, zone);
  }

  /** A date that nobody knows is never over. */
  private boolean ahead(Instant now) {
    return status.announced() && (postponement.dateOpen() || times.endsAt().isAfter(now));
  }

  static Instant at(LocalDateTime local, ZoneId zone) {
    return local == null ? null : local.atZone(zone).toInstant();
  }

  public long id() {
    return id;
  }

  public String slug() {
    return slug;
  }

  public String title() {
    return wording.title();
  }

  public String currency() {
    return currency;
  }

  EventStatus status() {
    return status;
  }

  public ZoneId zone() {
    return venue.zone();
  }

  public Instant startsAt() {
    return times.startsAt();
  }

  public long organizerAccountId() {
    return organizerAccountId;
  }
}
