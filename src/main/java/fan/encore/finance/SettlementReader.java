package fan.encore.finance;

import fan.encore.finance.SettlementColumns.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole settlement file; what is not to be understood is kept beside what is. */
final class SettlementReader {

  private static final int RAW = 2_000;

  private SettlementReader() {}

  /** All lines of the file in their order, with the end behind the last one. */
  static List<FileLine> read(long fileId, byte[] bytes) {
    List<FileLine> lines = new ArrayList<>();
    Csv rows = new Csv(new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD'));
    int last = 0;
    if (!rows.hasNext()) {
      lines.add(skip(fileId, 1, "empty", "", ""));
      last = 1;
    } else {
      last = read(fileId, rows, lines);
    }
    lines.add(new FileLine(fileId, last + 1, null, null));
    return lines;
  }

  private static int read(long fileId, Csv rows, List<FileLine> lines) {
    Csv.Row header = rows.next();
    int last = header.line();
    SettlementColumns columns;
    try {
      columns = new SettlementColumns(header.fields());
    } catch (Unreadable e) {
      lines.add(skip(fileId, last, e.reason(), e.getMessage(), header.raw()));
      return last;
    }
    while (rows.hasNext()) {
      Csv.Row row = rows.next();
      last = row.line();
      try {
        lines.add(new FileLine(fileId, last, columns.read(row.fields()), null));
      } catch (Unreadable e) {
        lines.add(skip(fileId, last, e.reason(), e.getMessage(), row.raw()));
      }
    }
    return last;
  }

  private static FileLine skip(long fileId, int line, String reason, String detail, String raw) {
    String kept = raw.length() > RAW ? raw.substring(0, RAW) : raw;
    return new FileLine(fileId, line, null, new FileLine.Skipped(reason, detail, kept));
  }
}
