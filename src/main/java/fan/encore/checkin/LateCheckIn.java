package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.shared.BusinessError;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes what gates without a network tell when they have one again. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LateCheckIn {

  @Inject private CheckIn checkIn;
  @Inject private Clock clock;

  /** For the container. */
  public LateCheckIn() {}

  /** Outside the server. */
  public LateCheckIn(CheckIn checkIn, Clock clock) {
    this.checkIn = checkIn;
    this.clock = clock;
  }

  /**
   * Each scan in a transaction of its own, so that one that is refused takes no other with it. The
   * same scans may be told again: they get the same answers.
   *
   * @return an answer for each scan, in their order
   */
  public List<LateAnswer> take(@Valid LateScans late, Keeper keeper) {
    Duration skew = Duration.between(late.sentAt(), clock.instant());
    List<LateAnswer> answers = new ArrayList<>();
    for (LateScan scan : late.scans()) {
      answers.add(one(late.event(), skew, scan, keeper));
    }
    return answers;
  }

  private LateAnswer one(String event, Duration skew, LateScan scan, Keeper keeper) {
    try {
      return new LateAnswer(scan.nonce(), checkIn.take(event, skew, scan, keeper), null);
    } catch (BusinessError refused) {
      return new LateAnswer(scan.nonce(), null, refused.code());
    }
  }
}
