package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.event.FeeRule;
import fan.encore.event.FeeRule.Payer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TaxRule;
import fan.encore.event.TypeRules;
import fan.encore.shared.Money;
import java.time.Instant;
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
    assertEquals(new Money(feeMinor, "JPY"), FeeRule.USUAL.of(new Money(priceMinor, "JPY")));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 250, 30, 0, , 55",
    "1000, 250, 30, 100, , 100",
    "10000, 250, 30, 100, 200, 200",
    "0, 250, 30, 100, 200, 0",
    "3, 5000, 0, 0, , 2"
  })
  void aFeeHasAShareAFixedPartAndBounds(
      long price, int share, long fixed, long least, Long most, long fee) {
    FeeRule rule = new FeeRule(share, fixed, least, most, Payer.FAN);
    assertEquals(new Money(fee, "EUR"), rule.of(new Money(price, "EUR")));
  }

  @Test
  void aFeeThatTheOrganizerPaysIsNotTheFans() {
    FeeRule rule = new FeeRule(500, 0, 0, null, Payer.ORGANIZER);
    Money price = new Money(5_000, "JPY");
    assertEquals(Money.zero("JPY"), rule.fanPays(price));
    assertEquals(new Money(250, "JPY"), rule.organizerPays(price));
  }

  @Test
  void anAddedTaxMakesThePriceGrossAndTheFeeIsTakenFromThat() {
    Money net = new Money(1_999, "USD");
    OfferedType type =
        new OfferedType(
            1,
            "a",
            "A",
            net,
            Instant.EPOCH,
            Instant.MAX,
            4,
            TypeRules.NONE,
            false,
            null,
            FeeRule.USUAL,
            new TaxRule(825, false));
    PricedLine line = ServiceFee.line(type, net, 3);
    assertEquals(new Money(2_164, "USD"), line.price());
    assertEquals(new Money(165, "USD"), line.taxOfOne());
    assertEquals(net, line.net());
    assertEquals(new Money(108, "USD"), line.fee());
    TaxShare share = new Quote(List.of(line)).taxes().get(0);
    assertEquals(new Money(3 * (2_164 + 108), "USD"), share.gross());
    assertEquals("8.25", share.percent());
  }

  @Test
  void whatWasAddedIsWhatIsContained() {
    for (int rate : new int[] {1, 500, 700, 825, 1_000, 1_900, 2_500, 5_000}) {
      TaxRule added = new TaxRule(rate, false);
      for (long price = 0; price < 3_000; price += 7) {
        Money net = new Money(price, "EUR");
        Money gross = added.gross(net);
        assertEquals(net, gross.minus(TaxRule.contained(gross, rate)), rate + " of " + price);
      }
    }
  }

  @Test
  void theTaxOfARateIsRoundedOnceForTheSum() {
    TaxRule ten = new TaxRule(1_000, true);
    Money price = new Money(104, "JPY");
    Money none = Money.zero("JPY");
    PricedLine line = new PricedLine(1, "a", "A", 3, price, none, ten);
    TaxShare share = new Quote(List.of(line, line(500, 1))).taxes().get(0);
    assertEquals(new Money(312, "JPY"), share.gross());
    assertEquals(new Money(28, "JPY"), share.tax());
    assertEquals(new Money(9, "JPY"), line.taxOfOne());
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
    return new PricedLine(1, "standing", "Standing", quantity, price, FeeRule.USUAL.of(price));
  }
}
