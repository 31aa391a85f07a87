package fan.encore.fairness.web;

import fan.encore.fairness.Checkpoint;
import fan.encore.fairness.LogKeys;
import fan.encore.fairness.NoteKey;
import fan.encore.fairness.Transparency;
import fan.encore.fairness.Witnesses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /fairness}: what is promised, and the newest checkpoint. */
@Named
@RequestScoped
public class FairnessPage {

  @Inject private Transparency log;
  @Inject private Witnesses witnesses;
  @Inject private LogKeys keys;

  private Checkpoint checkpoint;

  public void load() {
    checkpoint = log.latest().orElse(null);
  }

  /** Null before the first. */
  public Checkpoint getCheckpoint() {
    return checkpoint;
  }

  /** The checkpoint as it is published. */
  public String getNote() {
    return witnesses.cosigned(checkpoint);
  }

  /** Names of the witnesses that we listen to. */
  public List<String> getWitnesses() {
    return witnesses.known().stream().map(NoteKey::name).toList();
  }

  /** Keys that sign checkpoints, the newest first. */
  public List<String> getKeys() {
    return keys.known();
  }
}
