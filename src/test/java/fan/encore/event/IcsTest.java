package fan.encore.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;

/** Calendars as a reader that is not ours understands them. */
class IcsTest {

  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

  @Test
  void anotherReaderFindsWhatWasWritten() throws Exception {
    String title = "夜のコンサート; with commas, back\\slashes and a very long title indeed 東京東京東京";
    String text = ics(entry(title, "First line\nsecond line", CalendarEntry.State.CONFIRMED));
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    ValidationResult result = calendar.validate(true);
    assertTrue(
        result.getEntries().stream().noneMatch(one -> one.getSeverity().name().equals("ERROR")),
        result::toString);
    VEvent event = (VEvent) calendar.getComponents().get(0);
    assertEquals(title, event.getSummary().getValue());
    assertEquals("First line\nsecond line", event.getDescription().getValue());
    assertEquals("event-a@encore.example", event.getUid().orElseThrow().getValue());
    assertEquals(START, Instant.from(event.getDateTimeStart().getDate()));
    assertEquals("CONFIRMED", event.getStatus().getValue());
    assertEquals(3, event.getSequence().getSequenceNo());
  }

  @Test
  void whatIsCancelledSaysSo() throws Exception {
    String text = ics(entry("A night", "", CalendarEntry.State.CANCELLED));
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    assertEquals("CANCELLED", ((VEvent) calendar.getComponents().get(0)).getStatus().getValue());
  }

  @Test
  void noLineIsLongerThan75OctetsAndAllEndInCrLf() {
    String text = ics(entry("長い".repeat(60), "説明😀".repeat(80), CalendarEntry.State.CONFIRMED));
    assertTrue(text.endsWith("END:VCALENDAR\r\n"));
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      assertTrue(line.indexOf('\n') < 0 && line.indexOf('\uFFFD') < 0, line);
    }
  }

  @Test
  void aTitleCannotSmuggleProperties() throws Exception {
    String text = ics(entry("A\r\nSTATUS:CANCELLED", "", CalendarEntry.State.CONFIRMED));
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    assertEquals("CONFIRMED", ((VEvent) calendar.getComponents().get(0)).getStatus().getValue());
  }

  private static String ics(CalendarEntry entry) {
    return Ics.calendar("Encore", List.of(entry), START.minusSeconds(60));
  }

  private static CalendarEntry entry(String title, String text, CalendarEntry.State state) {
    return new CalendarEntry(
        "event-a@encore.example",
        3,
        START,
        START.plusSeconds(7200),
        title,
        text,
        "Blue Hall, 1-2-3 Shibuya, Tokyo",
        "https://encore.example/event/detail?slug=a",
        state);
  }
}
