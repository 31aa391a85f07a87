package fan.encore.fairness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and who signed it, as C2SP {@code signed-note} writes it.
 *
 * @param text ends with a line feed
 * @param lines the signature lines, without line feeds
 */
public record SignedNote(String text, List<String> lines) {

  private static final String DASH = "\u2014 ";
  private static final Pattern LINE = Pattern.compile("\u2014 (\\S+) ([A-Za-z0-9+/]+={0,2})");
  private static final int MOST_LINES = 100;

  /**
   * @throws IllegalArgumentException if it is no signed note
   */
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || split + 2 >= note.length()) {
      throw new IllegalArgumentException("Not a signed note");
    }
    List<String> lines = List.of(note.substring(split + 2, note.length() - 1).split("\n", -1));
    if (lines.size() > MOST_LINES
        || !lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
      throw new IllegalArgumentException("Not the signatures of a note");
    }
    return new SignedNote(note.substring(0, split + 1), lines);
  }

  /** Signs a text that ends with a line feed. */
  static SignedNote of(String text, List<SigningKey> keys) {
    List<String> lines = new ArrayList<>();
    for (SigningKey key : keys) {
      byte[] signature = Ed25519.sign(key.seed(), text.getBytes(StandardCharsets.UTF_8));
      byte[] blob =
          ByteBuffer.allocate(NoteKey.ID_BYTES + signature.length)
              .put(key.key().id())
              .put(signature)
              .array();
      lines.add(DASH + key.key().name() + ' ' + Base64.getEncoder().encodeToString(blob));
    }
    return new SignedNote(text, lines);
  }

  /** The line that this key signed; empty if there is none, or it is not right. */
  public Optional<String> lineOf(NoteKey key) {
    return lines.stream().filter(line -> signed(line, key)).findFirst();
  }

  private boolean signed(String line, NoteKey key) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || !parts.group(1).equals(key.name())) {
      return false;
    }
    try {
      byte[] blob = Base64.getDecoder().decode(parts.group(2));
      return blob.length > NoteKey.ID_BYTES
          && Arrays.equals(Arrays.copyOf(blob, NoteKey.ID_BYTES), key.id())
          && key.verifies(text, Arrays.copyOfRange(blob, NoteKey.ID_BYTES, blob.length));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** The whole note with further signature lines after its own. */
  public String with(List<String> more) {
    StringBuilder note = new StringBuilder(text).append('\n');
    lines.forEach(line -> note.append(line).append('\n'));
    more.forEach(line -> note.append(line).append('\n'));
    return note.toString();
  }
}
