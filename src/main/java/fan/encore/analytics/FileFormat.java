package fan.encore.analytics;

import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;

/** What a table is written as. */
public enum FileFormat {
  CSV("text/csv;charset=UTF-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String contentType;

  FileFormat(String contentType) {
    this.contentType = contentType;
  }

  /** Reads it in small or capital letters. */
  public static FileFormat fromString(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  public String contentType() {
    return contentType;
  }

  /** The end of a file's name. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A table that is written to a stream from the first row on.
   *
   * @param zone of the times shown
   * @param title of the sheet
   */
  Table table(OutputStream out, ZoneId zone, String title) {
    return this == CSV ? new CsvTable(out, zone) : new XlsxTable(out, zone, title);
  }
}
