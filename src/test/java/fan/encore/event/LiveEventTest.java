package fan.encore.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class LiveEventTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final LocalDateTime START = LocalDateTime.of(2026, 12, 1, 19, 0);

  @Test
  void timesAreThoseOfTheVenue() {
    assertEquals(
        Instant.parse("2026-12-01T10:00:00Z"), draft(START, START.plusHours(2)).startsAt());
  }

  @Test
  void anEventEndsAfterItsStart() {
    assertThrows(EventTimesWrong.class, () -> draft(START, START));
  }

  @Test
  void aDraftWithTicketTypesCanBePublishedOnce() {
    LiveEvent event = draft(START, START.plusHours(2));
    event.publish(1, NOW);
    assertEquals(EventStatus.PUBLISHED, event.status());
    assertThrows(NotPublishable.class, () -> event.publish(1, NOW));
  }

  @Test
  void anEventWithoutTicketTypesStaysADraft() {
    LiveEvent event = draft(START, START.plusHours(2));
    NotPublishable refused = assertThrows(NotPublishable.class, () -> event.publish(0, NOW));
    assertEquals("event.without_ticket_types", refused.code());
    assertEquals(EventStatus.DRAFT, event.status());
  }

  @Test
  void anEventThatHasBegunStaysADraft() {
    LiveEvent event = draft(START, START.plusHours(2));
    Instant begun = event.startsAt();
    assertThrows(NotPublishable.class, () -> event.publish(1, begun));
  }

  @Test
  void theCurrencyOfAPublishedEventIsFixed() {
    LiveEvent event = draft(START, START.plusHours(2));
    event.publish(1, NOW);
    EventDraft inEuro = input(START, START.plusHours(2), "EUR");
    assertThrows(CurrencyFixed.class, () -> event.edit(inEuro, venue(), null));
  }

  private static LiveEvent draft(LocalDateTime startsAt, LocalDateTime endsAt) {
    return new LiveEvent("a-night", 7, input(startsAt, endsAt, "JPY"), venue(), null, NOW);
  }

  private static EventDraft input(LocalDateTime startsAt, LocalDateTime endsAt, String currency) {
    return new EventDraft(
        "A night",
        "Songs.",
        EventCategory.CONCERT,
        null,
        "blue-hall",
        currency,
        null,
        startsAt,
        endsAt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Venue venue() {
    return new Venue(
        "blue-hall", 7, new VenueDraft("Blue Hall", "1-2-3 Shibuya", "Tokyo", "JP", "Asia/Tokyo"));
  }
}
