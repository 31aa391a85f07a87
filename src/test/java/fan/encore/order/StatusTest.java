package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void anOpenOrderIsPaidLapsesOrComesTooLate() {
    assertEquals(
        EnumSet.of(OrderStatus.PAID, OrderStatus.LAPSED, OrderStatus.REFUND_DUE),
        next(OrderStatus.values(), OrderStatus::canBecome, OrderStatus.OPEN));
  }

  @Test
  void aLatePaymentRevivesALapsedOrder() {
    assertTrue(OrderStatus.LAPSED.canBecome(OrderStatus.PAID));
    assertTrue(ReservationStatus.EXPIRED.canBecome(ReservationStatus.SOLD));
    assertTrue(ReservationStatus.RELEASED.canBecome(ReservationStatus.SOLD));
  }

  @Test
  void aPaidOrderIsNotPaidAgain() {
    assertFalse(OrderStatus.PAID.canBecome(OrderStatus.PAID));
    assertFalse(OrderStatus.REFUND_DUE.canBecome(OrderStatus.PAID));
  }

  @Test
  void whatIsSoldOrRefundedStaysSo() {
    assertEquals(
        Set.of(), next(OrderStatus.values(), OrderStatus::canBecome, OrderStatus.REFUNDED));
    assertEquals(
        Set.of(),
        next(ReservationStatus.values(), ReservationStatus::canBecome, ReservationStatus.SOLD));
  }

  private static <T> Set<T> next(T[] all, BiPredicate<T, T> canBecome, T from) {
    return Arrays.stream(all).filter(to -> canBecome.test(from, to)).collect(Collectors.toSet());
  }
}
