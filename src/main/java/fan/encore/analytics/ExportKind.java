package fan.encore.analytics;

import java.util.Locale;

/** What a row of an export is. */
public enum ExportKind {
  ORDERS,
  TICKETS;

  /** Reads it in small or capital letters. */
  public static ExportKind fromString(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** As it stands in addresses and names of files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
