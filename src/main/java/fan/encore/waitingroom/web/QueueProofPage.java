package fan.encore.waitingroom.web;

import fan.encore.security.web.Caller;
import fan.encore.waitingroom.NoWaitingRoom;
import fan.encore.waitingroom.Queue;
import fan.encore.waitingroom.QueueProof;
import fan.encore.waitingroom.RoomFigures;
import fan.encore.waitingroom.Standing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the order of a queue was drawn from; the browser draws it again. */
@Named
@RequestScoped
public class QueueProofPage {

  private static final List<String> CHECKS = List.of("seed", "entrants", "log", "order");

  @Inject private Queue queue;
  @Inject private Caller caller;

  private String slug;
  private String code;
  private RoomFigures room;
  private QueueProof proof;

  public void load() {
    room = queue.room(slug).orElseThrow(NoWaitingRoom::new);
    proof = queue.proof(slug);
    if ((code == null || code.isBlank()) && caller.signedIn() && caller.is("FAN")) {
      code = queue.standing(caller.id(), slug).map(Standing::code).orElse("");
    }
  }

  public RoomFigures getRoom() {
    return room;
  }

  public QueueProof getProof() {
    return proof;
  }

  public List<String> getChecks() {
    return CHECKS;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  /** How the fan is called in the list, or what was typed. */
  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
