package fan.encore.gacha;

import fan.encore.collection.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A banner as it was published, with the rules that are in force. Immutable; nodes keep it for a
 * few seconds.
 *
 * @param group the banner group whose counters it shares
 * @param zone time zone of its days
 * @param story what the banner is about, plain text
 * @param pictureKey key of its picture in the storage
 * @param opensAt first moment at which it can be drawn
 * @param closesAt first moment at which it cannot be drawn any more
 * @param withdrawn true when it was stopped
 */
public record Banner(
    long id,
    String code,
    String group,
    ZoneId zone,
    String artistCode,
    String artistName,
    String title,
    String story,
    String pictureKey,
    Instant opensAt,
    Instant closesAt,
    boolean withdrawn,
    OddsVersion published) {

  public Phase phase(Instant now) {
    return phase(opensAt, closesAt, withdrawn, now);
  }

  static Phase phase(Instant opensAt, Instant closesAt, boolean withdrawn, Instant now) {
    if (withdrawn || !now.isBefore(closesAt)) {
      return Phase.CLOSED;
    }
    return now.isBefore(opensAt) ? Phase.UPCOMING : Phase.OPEN;
  }

  /** What the engine draws from. */
  public Rules rules() {
    return published.rules();
  }

  /** Number of the version in force in the database. */
  public long oddsTableId() {
    return published.id();
  }

  /** Where the log has the version in force, -1 while it is not there yet. */
  public long oddsIndex() {
    return published.logIndex();
  }

  /** The item with this code, which must be one of the rules'. */
  public Item item(String itemCode) {
    return published.item(itemCode);
  }

  /** The day that this moment is in, as days since 1970-01-01 in the banner's zone. */
  public long day(Instant now) {
    return LocalDate.ofInstant(now, zone).toEpochDay();
  }

  /** This banner with another version of its rules. */
  Banner with(OddsVersion version) {
    return new Banner(
        id,
        code,
        group,
        zone,
        artistCode,
        artistName,
        title,
        story,
        pictureKey,
        opensAt,
        closesAt,
        withdrawn,
        version);
  }
}
