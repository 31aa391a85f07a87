package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Payment Services Act's rules for prepaid means of payment, one test each. */
class PrepaidRulesTest {

  private static final long TEN_MILLION = 10_000_000;

  @Test
  void theReferenceDatesAre31MarchAnd30September() {
    assertTrue(PrepaidRules.isReference(LocalDate.of(2026, 3, 31)));
    assertTrue(PrepaidRules.isReference(LocalDate.of(2026, 9, 30)));
    assertFalse(PrepaidRules.isReference(LocalDate.of(2026, 3, 30)));
    assertEquals(
        List.of(LocalDate.of(2026, 9, 30), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 9, 30)),
        PrepaidRules.references(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 9, 30)));
  }

  @Test
  void above10MillionYenIsToldWithinTwoMonths() {
    assertEquals(PrepaidRules.Level.ALARM, PrepaidRules.level(TEN_MILLION));
    assertEquals(PrepaidRules.Level.OVER, PrepaidRules.level(TEN_MILLION + 1));
    assertEquals(LocalDate.of(2026, 5, 31), PrepaidRules.notifyBy(LocalDate.of(2026, 3, 31)));
    assertEquals(LocalDate.of(2026, 11, 30), PrepaidRules.notifyBy(LocalDate.of(2026, 9, 30)));
  }

  @Test
  void theAlarmRingsAt8MillionYen() {
    assertEquals(PrepaidRules.Level.QUIET, PrepaidRules.level(7_999_999));
    assertEquals(PrepaidRules.Level.ALARM, PrepaidRules.level(8_000_000));
  }

  @Test
  void atLeastHalfOfTheUnusedBalanceIsDeposited() {
    assertEquals(0, PrepaidRules.depositYen(TEN_MILLION));
    assertEquals(5_000_001, PrepaidRules.depositYen(TEN_MILLION + 1));
    assertEquals(6_000_000, PrepaidRules.depositYen(12_000_000));
  }

  @Test
  void reportsEndAfterTwoReferenceDatesInARowBelow() {
    assertFalse(PrepaidRules.reportDue(List.of()));
    assertFalse(PrepaidRules.reportDue(List.of(TEN_MILLION)));
    assertTrue(PrepaidRules.reportDue(List.of(1L, TEN_MILLION + 1)));
    assertTrue(PrepaidRules.reportDue(List.of(TEN_MILLION + 1, 1L)));
    assertTrue(PrepaidRules.reportDue(List.of(TEN_MILLION + 1, 1L, 1L)));
    assertFalse(PrepaidRules.reportDue(List.of(TEN_MILLION + 1, 1L, 1L, 1L)));
    assertTrue(PrepaidRules.reportDue(List.of(TEN_MILLION + 1, 1L, TEN_MILLION + 1, 1L, 1L)));
  }
}
