package fan.encore.order;

import java.util.EnumSet;
import java.util.Set;

/** What became of held tickets. */
public enum ReservationStatus {
  /** The tickets wait for this fan. */
  HELD,
  /** They are hers. */
  SOLD,
  /** She gave them back. */
  RELEASED,
  /** Her time ran out. */
  EXPIRED;

  /**
   * True when a reservation may go from this status to the other one. One that ended can still be
   * sold: a late payment gets its tickets if they can be had.
   */
  public boolean canBecome(ReservationStatus next) {
    return following().contains(next);
  }

  private Set<ReservationStatus> following() {
    return switch (this) {
      case HELD -> EnumSet.of(SOLD, RELEASED, EXPIRED);
      case RELEASED, EXPIRED -> EnumSet.of(SOLD);
      case SOLD -> EnumSet.noneOf(ReservationStatus.class);
    };
  }
}
