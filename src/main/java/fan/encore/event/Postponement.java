package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That an event was moved: from when, until when tickets may be given back, and what was said. */
@Embeddable
public class Postponement {

  @Column(name = "postponed_at")
  private Instant postponedAt;

  @Column(name = "original_starts_at")
  private Instant originalStartsAt;

  @Column(name = "date_open")
  private boolean dateOpen;

  @Column(name = "refund_until")
  private Instant refundUntil;

  @Column(name = "notice")
  private String notice;

  /** An event that stays where it is. */
  protected Postponement() {}

  /**
   * @param earlier what was said before, when it is moved once more
   * @param startsAt when it would have begun
   */
  Postponement(
      Postponement earlier, Instant startsAt, boolean dateOpen, Instant refundUntil, Instant now) {
    this.postponedAt = now;
    this.originalStartsAt = earlier.originalStartsAt == null ? startsAt : earlier.originalStartsAt;
    this.dateOpen = dateOpen;
    this.refundUntil = refundUntil;
  }

  void say(String words) {
    notice = words;
  }

  boolean dateOpen() {
    return dateOpen;
  }
}
