package fan.encore.gacha.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fan.encore.shared.Money;
import fan.encore.shop.DiamondPack;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealPriceTest {

  @Test
  void thePriceIsThatOfTheDearestPackRoundedUpAndWithoutItsBonus() {
    DiamondPack small = new DiamondPack("s", "S", 100, 50, new Money(161, "JPY"));
    DiamondPack big = new DiamondPack("b", "B", 1_000, 0, new Money(1_500, "JPY"));
    assertEquals(new Money(483, "JPY"), RealPrice.atMost(300, List.of(big, small)));
    assertEquals(new Money(2, "JPY"), RealPrice.atMost(1, List.of(small)));
  }

  @Test
  void withoutPacksThereIsNoPrice() {
    assertNull(RealPrice.atMost(300, List.of()));
  }
}
