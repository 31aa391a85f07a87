package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome of every comparison, and where the days of Tokyo and of the provider meet. */
class PairTest {

  private static final BusinessDays TOKYO = new BusinessDays("Asia/Tokyo", 2);
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  private static final LocalDate FILE = LocalDate.of(2026, 11, 20);

  private static Ours ours(String currency, long minor, long fee, Instant at) {
    return new Ours(
        1, "sandbox", Ours.Kind.CHARGE, "PAY-1", "TICKETS", 5, currency, minor, fee, at);
  }

  private static Theirs theirs(String currency, long gross, long fee) {
    return new Theirs(
        "txn_1",
        Ours.Kind.CHARGE,
        "charge",
        "ch_1",
        "ch_1",
        "PAY-1",
        null,
        NOON,
        currency,
        gross,
        fee,
        "");
  }

  private static Pair pair(Ours ours, Theirs theirs) {
    LocalDate due = ours == null ? null : TOKYO.dueOn(ours.kind(), ours.at());
    return new Pair("sandbox", ours, theirs, 9, due);
  }

  @ParameterizedTest
  @CsvSource({
    "JPY,1000,36,JPY,1000,36,MATCHED",
    "JPY,1000,36,JPY,1001,36,AMOUNT_DIFFERS",
    "JPY,1000,36,EUR,1000,36,CURRENCY_DIFFERS",
    "JPY,1000,36,JPY,1000,37,FEE_DIFFERS",
    "JPY,1000,36,EUR,1001,37,CURRENCY_DIFFERS",
    "JPY,1000,36,JPY,999,37,AMOUNT_DIFFERS",
    "JPY,-1000,0,JPY,-1000,0,MATCHED",
    "JPY,-1000,0,JPY,1000,0,AMOUNT_DIFFERS"
  })
  void bothSidesAreCompared(
      String ours, long minor, long fee, String theirs, long gross, long theirFee, Outcome is) {
    Pair pair = pair(ours(ours, minor, fee, NOON), theirs(theirs, gross, theirFee));
    assertEquals(is, pair.outcome(FILE));
    assertEquals("txn_1", pair.item());
  }

  @Test
  void aLineWithoutOursIsMissingHere() {
    assertEquals(Outcome.MISSING_HERE, pair(null, theirs("JPY", 4200, 151)).outcome(FILE));
  }

  @ParameterizedTest
  @CsvSource({
    // 08:59:59 in Tokyo is still yesterday in UTC: due in the file of the 20th
    "2026-11-18T23:59:59Z,2026-11-19,IN_TRANSIT",
    "2026-11-18T23:59:59Z,2026-11-20,MISSING_THERE",
    // one second later it is the provider's next day
    "2026-11-19T00:00:00Z,2026-11-20,IN_TRANSIT",
    "2026-11-19T00:00:00Z,2026-11-21,MISSING_THERE",
    // the last second of Tokyo's 18th and the first of its 19th are one day of the provider
    "2026-11-18T14:59:59Z,2026-11-20,MISSING_THERE",
    "2026-11-18T15:00:00Z,2026-11-20,MISSING_THERE",
    "2026-11-18T15:00:00Z,2026-11-19,IN_TRANSIT"
  })
  void whatIsInNoFileIsInTransitUntilTheProviderIsLate(Instant paid, LocalDate newest, Outcome is) {
    Pair pair = pair(ours("JPY", 1000, 36, paid), null);
    assertEquals(is, pair.outcome(newest));
    assertEquals("PAY-1", pair.item());
  }

  @Test
  void aRefundHasFiveMinutesOfGraceBecauseItsTimeIsOurs() {
    Instant beforeMidnight = Instant.parse("2026-11-18T23:56:00Z");
    assertEquals(FILE, TOKYO.dueOn(Ours.Kind.CHARGE, beforeMidnight));
    assertEquals(FILE.plusDays(1), TOKYO.dueOn(Ours.Kind.REFUND, beforeMidnight));
  }

  @Test
  void aBusinessDayOfTokyoHasTheFileOfTheUtcDayThatBeginsInIt() {
    assertEquals(List.of(FILE), TOKYO.filesOf(FILE));
    assertEquals(FILE, TOKYO.newestFile(FILE));
    assertEquals(Instant.parse("2026-11-19T15:00:00Z"), TOKYO.startOf(FILE));
    assertEquals(Instant.parse("2026-11-20T15:00:00Z"), TOKYO.endOf(FILE));
  }

  @Test
  void everyFileBelongsToExactlyOneBusinessDayThroughDaylightSaving() {
    for (String zone : List.of("America/New_York", "UTC", "Europe/London", "Pacific/Apia")) {
      BusinessDays days = new BusinessDays(zone, 2);
      LocalDate first = LocalDate.of(2026, 1, 1);
      List<LocalDate> files =
          first.datesUntil(first.plusYears(1)).flatMap(day -> days.filesOf(day).stream()).toList();
      assertEquals(files.stream().distinct().toList(), files, zone);
      assertEquals(files.get(0).datesUntil(files.get(0).plusDays(files.size())).toList(), files);
      files.forEach(file -> assertEquals(true, !days.newestFile(file.plusDays(1)).isBefore(file)));
    }
  }
}
