package fan.encore.event;

import java.util.EnumSet;
import java.util.Set;

/** Where an event stands between idea and history. */
public enum EventStatus {
  /** Only its organizer sees it. */
  DRAFT,
  /** Everybody sees it, and its ticket types sell within their windows. */
  PUBLISHED,
  /** Everybody sees that it was moved; it sells once its new date is known. */
  POSTPONED,
  /** Everybody sees that it will not happen; nothing is sold any more. */
  CANCELLED;

  /** True when an event may go from this status to the other one; it may be moved again. */
  public boolean canBecome(EventStatus next) {
    return next().contains(next);
  }

  /** True for an event that may still happen and that everybody knows of. */
  public boolean announced() {
    return this == PUBLISHED || this == POSTPONED;
  }

  private Set<EventStatus> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(PUBLISHED, CANCELLED);
      case PUBLISHED, POSTPONED -> EnumSet.of(POSTPONED, CANCELLED);
      case CANCELLED -> EnumSet.noneOf(EventStatus.class);
    };
  }
}
