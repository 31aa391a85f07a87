package fan.encore.waitingroom;

import java.time.Instant;

/**
 * Where a fan stands.
 *
 * @param slip what to ask the queue with, see {@link Board#answer}
 * @param code how the fan is called in the list of entrants
 * @param place null while there is no order yet
 * @param admission null unless the fan is called and has not used it
 * @param usedBy the reservation that used the admission, or null
 */
public record Standing(
    RoomFigures room, String slip, String code, Integer place, Admission admission, String usedBy) {

  /** Whether the admission's time has passed without a hold. */
  public boolean missed(Instant now) {
    return admission != null && !now.isBefore(admission.until());
  }
}
