package fan.encore.event;

import jakarta.persistence.Column;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/** One evening at one venue that people buy tickets for. */
@Entity
@Table(schema = "encore", name = "live_event")
public class LiveEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private Long id;

  @Column(name = "slug")
  private String slug;

  @Column(name = "title")
  private String title;

  @Column(name = "description")
  private String description;

  @Enumerated(EnumType.STRING)
  @Column(name = "category")
  private EventCategory category;

  @Column(name = "artist_id")
  private Long artistId;

  @ManyToOne(optional = false)
  @JoinColumn(name = "venue_id")
  private Venue venue;

  @Column(name = "organizer_account_id")
  private long organizerAccountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private EventStatus status;

  @Column(name = "currency")
  private String currency;

  @Column(name = "doors_at")
  private Instant doorsAt;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "picture_key")
  private String pictureKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected LiveEvent() {}

  /**
   * A new draft.
   *
   * @param artistId artist on Encore, or null
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
    if (!startsAt.isAfter(now)) {
      throw new NotPublishable("event.begins_in_the_past");
    }
    status = EventStatus.PUBLISHED;
    publishedAt = now;
  }

  /**
   * @param key a stored file whose key starts with {@code public/event/}
   */
  public void showPicture(String key) {
    pictureKey = Objects.requireNonNull(key);
  }

  private void describe(EventDraft draft, Venue newVenue, Long newArtistId) {
    ZoneId zone = newVenue.zone();
    title = draft.title().strip();
    description = draft.description().strip();
    category = draft.category();
    artistId = newArtistId;
    venue = newVenue;
    doorsAt = at(draft.doorsAt(), zone);
    startsAt = at(draft.startsAt(), zone);
    endsAt = at(draft.endsAt(), zone);
    if (!endsAt.isAfter(startsAt) || (doorsAt != null && doorsAt.isAfter(startsAt))) {
      throw new EventTimesWrong();
    }
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

  public String currency() {
    return currency;
  }

  public EventStatus status() {
    return status;
  }

  public ZoneId zone() {
    return venue.zone();
  }

  public Instant startsAt() {
    return startsAt;
  }

  public long organizerAccountId() {
    return organizerAccountId;
  }

  public String pictureKey() {
    return pictureKey;
  }

  public int version() {
    return version;
  }
}
