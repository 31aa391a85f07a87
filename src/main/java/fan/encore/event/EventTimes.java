package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When the doors open, the evening begins, and it ends. */
@Embeddable
public class EventTimes {

  @Column(name = "doors_at")
  private Instant doorsAt;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  /** For JPA. */
  protected EventTimes() {}

  private EventTimes(Instant doorsAt, Instant startsAt, Instant endsAt) {
    this.doorsAt = doorsAt;
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    if (!endsAt.isAfter(startsAt) || doorsAt != null && doorsAt.isAfter(startsAt)) {
      throw new EventTimesWrong();
    }
  }

  /**
   * @throws EventTimesWrong if it ends before it starts, or opens after
   */
  static EventTimes of(EventDraft draft, ZoneId zone) {
    return new EventTimes(
        LiveEvent.at(draft.doorsAt(), zone),
        LiveEvent.at(draft.startsAt(), zone),
        LiveEvent.at(draft.endsAt(), zone));
  }

  /**
   * The new times of an event that is moved; what the wish leaves out moves along.
   *
   * @throws EventTimesWrong if they contradict each other, or are past
   */
  EventTimes moved(PostponeEvent wish, ZoneId zone, Instant now) {
    Instant begins = LiveEvent.at(wish.startsAt(), zone);
    Duration by = Duration.between(startsAt, begins);
    if (!begins.isAfter(now)) {
      throw new EventTimesWrong();
    }
    Instant ends = wish.endsAt() == null ? endsAt.plus(by) : LiveEvent.at(wish.endsAt(), zone);
    Instant doors = doorsAt == null ? null : doorsAt.plus(by);
    return new EventTimes(
        wish.doorsAt() == null ? doors : LiveEvent.at(wish.doorsAt(), zone), begins, ends);
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }
}
