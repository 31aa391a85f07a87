package fan.encore.waitingroom;

import fan.encore.fairness.Luck;
import fan.encore.fairness.SeedStream;
import fan.encore.shared.Codes;
import java.util.Collection;
import java.util.List;

/**
 * The draw of a queue: {@code encore-queue/1}.
 *
 * <ol>
 *   <li>Each entrant is a line of her code, a space and what her browser gave to the draw. The
 *       lines are sorted by their bytes and joined with line feeds, without one at the end.
 *   <li>The hash of the list is the hexadecimal SHA-256 of these bytes.
 *   <li>Luck is {@code encore-random/1} with the room's seed as the server's, the hash of the list
 *       as the client's seed, call 0, slot 0.
 *   <li>The codes, in the order of the list, are shuffled by Fisher and Yates: for i from the last
 *       position down to 1, position i and position {@code below(i + 1)} change places. Position 0
 *       is place 1.
 * </ol>
 */
final class QueueOrder {

  /** Name of these rules, as leaves carry it. */
  static final String VERSION = "encore-queue/1";

  private QueueOrder() {}

  /** The list that is committed. */
  static String list(Collection<String> lines) {
    return String.join("\n", lines.stream().sorted().toList());
  }

  /** The codes in the order in which they are called. */
  static String[] draw(byte[] seed, String list) {
    if (list.isEmpty()) {
      return new String[0];
    }
    String[] codes =
        List.of(list.split("\n")).stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toArray(String[]::new);
    Luck luck = new SeedStream(seed, Codes.sha256(list), 0).slot(0);
    for (int i = codes.length - 1; i > 0; i--) {
      int other = (int) luck.below(i + 1L);
      String code = codes[i];
      codes[i] = codes[other];
      codes[other] = code;
    }
    return codes;
  }
}
