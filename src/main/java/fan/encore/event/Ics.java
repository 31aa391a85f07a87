package fan.encore.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes calendars as RFC 5545 wants them: CRLF, lines of at most 75 octets, escaped texts, times
 * in UTC.
 */
public final class Ics {

  private static final int LONGEST_LINE_OCTETS = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  private Ics() {}

  /**
   * A whole calendar.
   *
   * @param name what a calendar program calls it
   * @param stamp when it was made
   */
  public static String calendar(String name, List<CalendarEntry> entries, Instant stamp) {
    Ics ics = new Ics();
    ics.line("BEGIN", "VCALENDAR");
    ics.line("VERSION", "2.0");
    ics.line("PRODID", "-//Encore//Events//EN");
    ics.line("CALSCALE", "GREGORIAN");
    ics.line("X-WR-CALNAME", escaped(name));
    ics.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    ics.line("X-PUBLISHED-TTL", "PT1H");
    entries.forEach(entry -> ics.entry(entry, stamp));
    ics.line("END", "VCALENDAR");
    return ics.text.toString();
  }

  private void entry(CalendarEntry entry, Instant stamp) {
    line("BEGIN", "VEVENT");
    line("UID", entry.uid());
    line("DTSTAMP", UTC.format(stamp));
    line("SEQUENCE", String.valueOf(entry.sequence()));
    line("DTSTART", UTC.format(entry.startsAt()));
    line("DTEND", UTC.format(entry.endsAt()));
    line("SUMMARY", escaped(entry.summary()));
    if (!entry.description().isBlank()) {
      line("DESCRIPTION", escaped(entry.description()));
    }
    if (!entry.location().isBlank()) {
      line("LOCATION", escaped(entry.location()));
    }
    line("URL", entry.url());
    line("STATUS", entry.state().name());
    line("TRANSP", entry.state() == CalendarEntry.State.CONFIRMED ? "OPAQUE" : "TRANSPARENT");
    line("END", "VEVENT");
  }

  private void line(String name, String value) {
    text.append(folded(name + ":" + value)).append("\r\n");
  }

  /** A long line goes on in the next one after a space; no character is torn. */
  static String folded(String line) {
    StringBuilder folded = new StringBuilder(line.length() + 16);
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      int point = line.codePointAt(at);
      String character = Character.toString(point);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets += length;
      at += Character.charCount(point);
    }
    return folded.toString();
  }

  /** A text value: no line breaks, and the characters that mean something are marked. */
  static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }
}
