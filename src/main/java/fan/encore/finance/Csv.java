package fan.encore.finance;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Records of comma-separated text as RFC 4180 has them: quoted fields may hold commas, line ends
 * and doubled quotes. A byte order mark and empty lines are passed over. Nothing is refused here: a
 * quote that never ends takes the rest as one field.
 */
final class Csv implements Iterator<Csv.Row> {

  /**
   * @param line number of the line it begins in, from 1
   * @param raw the record as it was written
   */
  record Row(int line, List<String> fields, String raw) {}

  private final String text;
  private int at;
  private int line = 1;

  Csv(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    skipEmptyLines();
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int start = at;
    int startLine = line;
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (comma());
    String raw = text.substring(start, at);
    skipEmptyLines();
    return new Row(startLine, List.copyOf(fields), raw);
  }

  private boolean comma() {
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      return true;
    }
    return false;
  }

  private String field() {
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && (quoted || field.isEmpty())) {
        if (quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
          field.append('"');
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
        break;
      } else {
        line += c == '\n' ? 1 : 0;
        field.append(c);
      }
    }
    return field.toString();
  }

  private void skipEmptyLines() {
    while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
  }
}
