package fan.encore.analytics;

import fan.encore.shared.Money;
import fan.encore.storage.Spreadsheet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Comma-separated text as RFC 4180 has it, in UTF-8 with a byte order mark, by which spreadsheets
 * know the letters.
 */
final class CsvTable implements Table {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Writer out;
  private final DateTimeFormatter time;

  CsvTable(OutputStream out, ZoneId zone) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32 * 1024);
    this.time = TIME.withZone(zone);
  }

  @Override
  public void heads(List<String> names) throws IOException {
    out.write('\uFEFF');
    row(List.copyOf(names));
  }

  @Override
  public void row(List<Object> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(text(values.get(i))));
    }
    out.write("\r\n");
  }

  private String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Money money) {
      return money.major().toPlainString();
    }
    if (value instanceof Instant at) {
      return time.format(at);
    }
    return value instanceof String text ? Spreadsheet.plain(text) : value.toString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
