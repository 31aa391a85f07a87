package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFeeTest {

  @ParameterizedTest
  @CsvSource({
    "5500, 275",
    "0, 0",
    "9, 0",
    "10, 1",
    "29, 1",
    "30, 2",
    "4990, 250",
    "4989, 249",
    "100000000000, 5000000000"
  })
  void fivePercentOfTheTicketRoundedHalfUp(long priceMinor, long feeMinor) {
    assertEquals(new Money(feeMinor, "JPY"), ServiceFee.of(new Money(priceMinor, "JPY")));
  }

  @Test
  void theFeeIsRoundedForEachTicketNotForTheSum() {
    Quote quote = new Quote(List.of(line(4990, 3), line(0, 1)));
    assertEquals(new Money(3 * 4990, "JPY"), quote.tickets());
    assertEquals(new Money(3 * 250, "JPY"), quote.fee());
    assertEquals(new Money(3 * (4990 + 250), "JPY"), quote.total());
    assertEquals(4, quote.quantity());
  }

  private static PricedLine line(long priceMinor, int quantity) {
    Money price = new Money(priceMinor, "JPY");
    return new PricedLine(1, "standing", "Standing", quantity, price, ServiceFee.of(price));
  }
}
