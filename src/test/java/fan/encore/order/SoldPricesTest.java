package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.event.TaxRule;
import fan.encore.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoldPricesTest {

  private static final Money NOTHING = Money.zero("JPY");

  private final SoldPrices prices =
      new SoldPrices(List.of(line(1, 2, 0, 7), line(2, 1, 5_000, 0), line(1, 2, 4_000, 0)));

  @Test
  void ticketsBoughtAloneHaveTheFirstNumbersAndThoseOfBundlesFollow() {
    assertEquals(4_000, prices.of(1, 1).price().minor());
    assertEquals(4_000, prices.of(1, 2).price().minor());
    assertTrue(prices.of(1, 3).part());
    assertTrue(prices.of(1, 4).part());
    assertEquals(5_000, prices.of(2, 1).price().minor());
  }

  @Test
  void aTicketThatTheOrderDoesNotHaveHasNoPrice() {
    assertThrows(IllegalStateException.class, () -> prices.of(1, 5));
  }

  private static PricedLine line(long type, int quantity, long price, long partOf) {
    return new PricedLine(
        type,
        "type" + type,
        "Type",
        quantity,
        new Money(price, "JPY"),
        NOTHING,
        NOTHING,
        partOf,
        TaxRule.NONE);
  }
}
