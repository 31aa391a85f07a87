package fan.encore.fairness.api;

import fan.encore.fairness.Leaf;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The log as programs see it. */
final class LogViews {

  private LogViews() {}

  /**
   * @param index its place
   * @param body the text that was hashed
   */
  @Schema(name = "LogEntry")
  public record Entry(long index, String kind, String body) {
    static Entry of(Leaf leaf) {
      return new Entry(leaf.index(), leaf.kind(), leaf.body());
    }
  }

  /**
   * @param from place of the first leaf
   * @param size leaves of the whole log
   */
  public record Entries(long from, long size, List<Entry> leaves) {}

  /**
   * @param hashes base 64, from the bottom up
   */
  public record Inclusion(long index, long size, List<String> hashes) {}

  /**
   * @param hashes base 64
   */
  public record Consistency(long from, long to, List<String> hashes) {}

  /**
   * @param accepted how many witnesses signed
   */
  public record Accepted(int accepted) {}

  static List<String> base64(List<byte[]> hashes) {
    return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
  }
}
