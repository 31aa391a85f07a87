package fan.encore.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.event.Offer.OfferedType;
import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferTest {

  private static final Instant FROM = Instant.parse("2026-11-01T01:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant END = Instant.parse("2026-12-01T13:00:00Z");

  @Test
  void aTypeSellsFromTheFirstMomentOfItsWindow() {
    assertEquals("standing", offer(EventStatus.PUBLISHED).sell("standing", 4, FROM).code());
  }

  @Test
  void aTypeDoesNotSellBeforeItsWindow() {
    Offer offer = offer(EventStatus.PUBLISHED);
    assertThrows(NotOnSale.class, () -> offer.sell("standing", 1, FROM.minusMillis(1)));
  }

  @Test
  void theEndOfTheWindowIsNotPartOfIt() {
    Offer offer = offer(EventStatus.PUBLISHED);
    offer.sell("standing", 1, UNTIL.minusMillis(1));
    assertThrows(NotOnSale.class, () -> offer.sell("standing", 1, UNTIL));
  }

  @ParameterizedTest
  @EnumSource(
      value = EventStatus.class,
      names = {"DRAFT", "CANCELLED"})
  void onlyPublishedEventsSell(EventStatus status) {
    Offer offer = offer(status);
    assertThrows(NotOnSale.class, () -> offer.sell("standing", 1, FROM));
  }

  @Test
  void moreThanTheLimitOfAnOrderIsRefused() {
    Offer offer = offer(EventStatus.PUBLISHED);
    TooManyTickets refused =
        assertThrows(TooManyTickets.class, () -> offer.sell("standing", 5, FROM));
    assertEquals("event.too_many_tickets", refused.code());
  }

  @Test
  void aTypeOfAnotherEventIsUnknown() {
    Offer offer = offer(EventStatus.PUBLISHED);
    assertThrows(TicketTypeNotFound.class, () -> offer.sell("balcony", 1, FROM));
  }

  private static Offer offer(EventStatus status) {
    OfferedType type =
        new OfferedType(1, "standing", "Standing", new Money(5500, "JPY"), FROM, UNTIL, 4);
    return new Offer(1, "a-night", "A night", status, "JPY", END, List.of(type));
  }
}
