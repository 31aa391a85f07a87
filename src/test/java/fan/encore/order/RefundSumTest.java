package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RefundSumTest {

  @Test
  void withoutAVoucherTheValueGoesBack() {
    RefundSum sum = new RefundSum(11_550, 11_550);
    assertEquals(5_775, sum.of(0, 5_775));
    assertEquals(5_500, sum.of(5_775, 5_500));
  }

  @Test
  void withAVoucherMoneyGoesBackInProportionAndTheLastTicketBringsTheRest() {
    RefundSum sum = new RefundSum(1_000, 3_000);
    assertEquals(333, sum.of(0, 1_000));
    assertEquals(333, sum.of(1_000, 1_000));
    assertEquals(334, sum.of(2_000, 1_000));
  }

  @Test
  void whatWasFreeBringsNothing() {
    assertEquals(0, new RefundSum(0, 0).of(0, 0));
    assertEquals(0, new RefundSum(0, 5_000).of(0, 5_000));
  }

  @Test
  void howeverAnOrderIsCutItsPartsAddUpToWhatWasPaid() {
    Random random = new Random(4);
    for (int round = 0; round < 1_000; round++) {
      long gross = 1 + random.nextLong(10_000_000_000L);
      long total = random.nextLong(gross + 1);
      RefundSum sum = new RefundSum(total, gross);
      long given = 0;
      long paid = 0;
      while (given < gross) {
        long value = Math.min(gross - given, 1 + random.nextLong(gross));
        long money = sum.of(given, value);
        assertTrue(money >= 0 && money <= value, () -> "more than its value");
        given += value;
        paid += money;
      }
      assertEquals(total, paid);
    }
  }
}
