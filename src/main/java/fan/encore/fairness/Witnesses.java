package fan.encore.fairness;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Others who watch the log and sign what they saw of it (C2SP {@code tlog-cosignature}): while one
 * of them is honest, nobody can be shown another log than everybody else. Their keys are settings;
 * without any, checkpoints carry our own signature alone.
 */
@Stateless
@PermitAll
public class Witnesses {

  private static final int MOST_CHARACTERS = 10_000;

  @Inject private Sql sql;
  @Inject private Transparency log;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_WITNESSES")
  private Optional<String> setting = Optional.empty();

  /** For the container. */
  public Witnesses() {}

  /** Outside the server. */
  public Witnesses(Sql sql, Transparency log, Clock clock, Optional<String> setting) {
    this.sql = sql;
    this.log = log;
    this.clock = clock;
    this.setting = setting;
  }

  /**
   * The witnesses that we listen to.
   *
   * @throws IllegalArgumentException if the setting names no keys
   */
  public List<NoteKey> known() {
    return setting.stream()
        .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
        .filter(vkey -> !vkey.isEmpty())
        .map(NoteKey::parse)
        .toList();
  }

  /**
   * Keeps what known witnesses signed. The same cosignature may come again.
   *
   * @param note one of our checkpoints, with their lines
   * @return how many witnesses signed it
   * @throws CosignatureRefused if it is none of our checkpoints, or no witness of ours signed it
   */
  public int accept(String note) {
    SignedNote signed = read(note);
    Checkpoint ours = log.at(size(signed));
    if (!SignedNote.parse(ours.note()).text().equals(signed.text())) {
      throw new CosignatureRefused();
    }
    int accepted = 0;
    for (NoteKey witness : known()) {
      Optional<String> line =
          witness.kind() == NoteKey.WITNESS ? signed.lineOf(witness) : Optional.empty();
      if (line.isPresent()) {
        keep(ours.size(), witness, line.get());
        accepted++;
      }
    }
    if (accepted == 0) {
      throw new CosignatureRefused();
    }
    return accepted;
  }

  private void keep(long size, NoteKey witness, String line) {
    sql.update(
        "insert into encore.fairness_cosignature (tree_size, witness, line, received_at)"
            + " values (?, ?, ?, ?) on conflict do nothing",
        size,
        witness.vkey(),
        line,
        clock.instant());
  }

  /** The checkpoint with all signatures that it has. */
  public String cosigned(Checkpoint checkpoint) {
    List<String> lines =
        sql.list(
            "select line from encore.fairness_cosignature where tree_size = ? order by witness",
            row -> row.getString(1),
            checkpoint.size());
    return SignedNote.parse(checkpoint.note()).with(lines);
  }

  private static SignedNote read(String note) {
    try {
      if (note == null || note.length() > MOST_CHARACTERS) {
        throw new CosignatureRefused();
      }
      return SignedNote.parse(note);
    } catch (IllegalArgumentException e) {
      throw new CosignatureRefused();
    }
  }

  private static long size(SignedNote note) {
    String[] lines = note.text().split("\n");
    if (lines.length < 3 || !lines[1].matches("[1-9][0-9]{0,17}")) {
      throw new CosignatureRefused();
    }
    return Long.parseLong(lines[1]);
  }
}
