package fan.encore.fairness;

import java.time.Instant;
import java.util.Base64;

/**
 * A signed statement of what the log is.
 *
 * @param size how many leaves it covers
 * @param root of their tree
 * @param note the C2SP signed note that is published, without cosignatures
 */
public record Checkpoint(long size, byte[] root, String note, Instant signedAt) {

  /** The root as checkpoints and proofs write it. */
  public String rootBase64() {
    return Base64.getEncoder().encodeToString(root);
  }

  /** What is signed: origin, size and root in a line each (C2SP {@code tlog-checkpoint}). */
  static String text(String origin, long size, byte[] root) {
    return origin + '\n' + size + '\n' + Base64.getEncoder().encodeToString(root) + '\n';
  }
}
