package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;

/**
 * A hall, a club, a field: where people go. Its zone is the clock that the event is announced in.
 */
@Entity
@Table(schema = "encore", name = "venue")
public class Venue {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private Long id;

  @Column(name = "code")
  private String code;

  @Column(name = "name")
  private String name;

  @Column(name = "address")
  private String address;

  @Column(name = "city")
  private String city;

  @Column(name = "country")
  private String country;

  @Column(name = "zone")
  private String zone;

  @Column(name = "organizer_account_id")
  private long organizerAccountId;

  @Column(name = "online")
  private boolean online;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected Venue() {}

  /**
   * @param code public, unique, lower-case
   * @param draft what the organizer wrote, already validated
   */
  public Venue(String code, long organizerAccountId, VenueDraft draft) {
    this.code = code;
    this.organizerAccountId = organizerAccountId;
    this.name = draft.name().strip();
    this.address = draft.address().strip();
    this.city = draft.city().strip();
    this.country = draft.country();
    this.zone = ZoneId.of(draft.zone()).getId();
  }

  /** The clock of events that happen online: no place, but a zone. */
  static Venue clock(String code, long organizerAccountId, String zone) {
    String nowhere = "Online";
    Venue venue =
        new Venue(code, organizerAccountId, new VenueDraft(nowhere, nowhere, nowhere, "ZZ", zone));
    venue.online = true;
    return venue;
  }

  public long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String address() {
    return address;
  }

  public String city() {
    return city;
  }

  /** ISO 3166-1 alpha-2. */
  public String country() {
    return country;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public long organizerAccountId() {
    return organizerAccountId;
  }
}
