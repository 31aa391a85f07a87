package fan.encore.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.shared.Money;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.LotTerms;
import fan.encore.wallet.Transfer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiamondOrderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private static DiamondOrder order(long bonus) {
    return new DiamondOrder(
        "DIA-1",
        7,
        "pouch",
        1000,
        bonus,
        new Money(999, "USD"),
        "PLACED",
        null,
        null,
        new DiamondOrder.Promise("WEB", 1500, null, 180));
  }

  @Test
  void aDeliveryMovesTheMoneyAndIssuesPaidAndFreeApartAsLots() {
    assertEquals(
        List.of(
            Transfer.of(
                AccountRef.suspense("PAY-1", "USD"), AccountRef.revenue("diamonds", "USD"), 999),
            Transfer.of(
                AccountRef.diamondsIssued("purchase"),
                AccountRef.paidDiamonds(7),
                1000,
                new LotTerms("shop.diamonds", "WEB", 999L, "USD", 1500, null)),
            Transfer.of(
                AccountRef.diamondsIssued("bonus"),
                AccountRef.freeDiamonds(7),
                60,
                LotTerms.given("shop.bonus", Instant.parse("2027-05-20T00:00:00Z")))),
        order(60).delivery("PAY-1", NOW).transfers());
    assertEquals(2, order(0).delivery("PAY-1", NOW).transfers().size());
  }

  @Test
  void theUnitPriceIsThatOfAHundredPaidDiamonds() {
    DiamondPack pouch = new DiamondPack("pouch", "Pouch", 1000, 60, new Money(1500, "JPY"));
    assertEquals(new Money(150, "JPY"), pouch.unitPrice());
    assertEquals(6, pouch.bonusPercent());
    DiamondPack odd = new DiamondPack("odd", "Odd", 300, 0, new Money(1000, "USD"));
    assertEquals(new Money(333, "USD"), odd.unitPrice());
    assertEquals(
        new Money(334, "USD"),
        new DiamondPack("odd", "Odd", 300, 0, new Money(1001, "USD")).unitPrice());
  }
}
