package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.local.sim.Damage;
import fan.encore.local.sim.Settings;
import fan.encore.local.sim.Simulator;
import fan.encore.messaging.Doorbell;
import fan.encore.messaging.Outbox;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.storage.Storage;
import fan.encore.wallet.LedgerProof;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole comparison against a real database and the provider's own files, day after day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconciliationIT {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  /** The damaged file's day; its file has the charges of two UTC days before. */
  private static final LocalDate DAY = TODAY.minusDays(5);

  private static final Instant PAID = Instant.parse(DAY.minusDays(2) + "T12:00:00Z");

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path dir;

  private static LocalDatabase database;
  private static Simulator simulator;
  private static Sql sql;
  private static PaidPayments payments;
  private static SettlementFiles files;
  private static Comparison comparison;
  private static Books books;
  private static Closing closing;
  private static Reports reports;
  private static JobRuns runs;
  private static BusinessDays days;

  private static final class SilentBell extends Doorbell {
    @Override
    public void ringAfterCommit(String queue) {
      // nobody listens
    }
  }

  @BeforeAll
  static void trade() throws Exception {
    database = LocalDatabase.start(dir.resolve("postgresql"), 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
    simulator = Simulator.start(dir.resolve("simulator"), 0, 0);
    payments = new PaidPayments(sql, simulator.url(), Settings.local().apiKey());
    wire();
    account();
    for (int i = 1; i <= 6; i++) {
      payments.pay("PAY-" + i, "TICKETS", 1_000L * i, "JPY", PAID.plusSeconds(i));
    }
    payments.pay("PAY-EUR", "DIAMONDS", 1_999, "EUR", PAID.plusSeconds(20));
    payments.pay("PAY-KWD", "DIAMONDS", 5_001, "KWD", PAID.plusSeconds(21));
    payments.pay("PAY-NEXT", "TICKETS", 700, "USD", PAID.plus(Duration.ofHours(12)));
    payments.pay("PAY-YOUNG", "TICKETS", 900, "NGN", PAID.plus(Duration.ofDays(2)));
    payments.provider().damage(DAY, Damage.values());
  }

  private static void wire() throws Exception {
    Clock clock = Clock.systemUTC();
    days = new BusinessDays("Asia/Tokyo", 2);
    Storage storage = Wiring.with(new Storage(), sql, clock);
    SettlementSource source =
        new SettlementSource(
            Optional.of(simulator.url().toString()), Optional.of(Settings.local().apiKey()));
    files = Wiring.with(new SettlementFiles(), sql, storage, source, days, clock);
    comparison = Wiring.with(new Comparison(), sql, days);
    books = Wiring.with(new Books(), sql, new LedgerProof(sql), days);
    runs = Wiring.with(new JobRuns(), sql, new Node(), clock);
    Outbox outbox = Wiring.with(new Outbox(), sql, clock, new SilentBell());
    Optional<String> baseUrl = Optional.of("https://encore.example");
    closing = Wiring.with(new Closing(), sql, days, runs, storage, outbox, clock, baseUrl);
    reports = Wiring.with(new Reports(), sql, storage, days, clock);
  }

  private static void account() {
    sql.update(
        "with a as (insert into encore.account (email, display_name, language, status, created_at, version)"
            + " values ('finance@encore.test', 'Finance', 'en', 'ACTIVE', now(), 0) returning id)"
            + " insert into encore.account_role (account_id, role) select id, 'FINANCE' from a");
  }

  @AfterAll
  static void stop() throws Exception {
    simulator.close();
    database.close();
  }

  /** The steps of the job, as the batch runtime calls them. */
  private static DayReport report(LocalDate day) {
    long run = runs.claim(NightlyReports.JOB, day, "test");
    files.fetch(day);
    files.unread().forEach(file -> files.enter(files.read(file)));
    List<Pair> lines = comparison.lines(day, 0, 3);
    while (!lines.isEmpty()) {
      enter(day, run, lines);
      lines = comparison.lines(day, lines.get(lines.size() - 1).lineId(), 3);
    }
    List<Pair> open = comparison.open(day, null, 2);
    while (!open.isEmpty()) {
      enter(day, run, open);
      open = comparison.open(day, open.get(open.size() - 1).ours(), 2);
    }
    books.prove(day);
    books.total(day);
    closing.publish(day, run, run);
    return reports.of(day);
  }

  private static void enter(LocalDate day, long run, List<Pair> pairs) {
    LocalDate newest = days.newestFile(day);
    comparison.enter(
        day, run, pairs.stream().map(pair -> new Compared(pair, pair.outcome(newest))).toList());
  }

  private static String outcomes(List<DayReport.Line> lines) {
    return lines.stream()
        .map(line -> line.payment() + " " + line.outcome())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  @Test
  @Order(1)
  void everyDamageOfTheFileIsFoundOneByOne() {
    DayReport report = report(DAY);
    assertEquals(
        "PAY-1 MISSING_THERE, PAY-2 AMOUNT_DIFFERS, PAY-3 CURRENCY_DIFFERS, PAY-4 FEE_DIFFERS,"
            + " unknown-"
            + DAY
            + " MISSING_HERE",
        outcomes(report.differences()));
    assertEquals("PAY-NEXT IN_TRANSIT, PAY-YOUNG IN_TRANSIT", outcomes(report.inTransit()));
    assertEquals(4, report.header().matched());
    assertEquals(List.of(), report.skipped());
    assertFalse(report.header().balanced());
    assertEquals(0, report.header().failedChecks(), report.checks().toString());
    DayReport.Line amount =
        report.differences().stream()
            .filter(line -> line.outcome() == Outcome.AMOUNT_DIFFERS)
            .findFirst()
            .orElseThrow();
    assertEquals(new Money(2_000, "JPY"), amount.ours());
    assertEquals(new Money(2_001, "JPY"), amount.theirs());
    assertEquals(1, mails());
  }

  @Test
  @Order(2)
  void aSecondRunOfTheDayChangesNothing() {
    DayReport before = reports.of(DAY);
    assertEquals(before, report(DAY));
    assertEquals(1, before.header().version());
    assertEquals(1, mails(), "and nobody is told twice");
  }

  @Test
  @Order(3)
  void whatWasInTransitArrivesTheNextDayAndWhatIsMissingStaysOpen() {
    DayReport next = report(DAY.plusDays(1));
    assertEquals("PAY-1 MISSING_THERE", outcomes(next.differences()));
    assertEquals("PAY-YOUNG IN_TRANSIT", outcomes(next.inTransit()));
    assertEquals(1, next.header().matched());
  }

  @Test
  @Order(4)
  void totalsAreByProviderCurrencyAndProduct() {
    DayReport paid = report(days.dayOf(PAID));
    DayReport.Total yen =
        paid.totals().stream()
            .filter(total -> total.charged().currency().equals("JPY"))
            .findFirst()
            .orElseThrow();
    assertEquals("TICKETS", yen.product());
    assertEquals(6, yen.charges());
    assertEquals(new Money(21_000, "JPY"), yen.charged());
    assertEquals(new Money(756, "JPY"), yen.fee());
    assertEquals(new Money(20_244, "JPY"), yen.net());
    assertEquals(3, paid.totals().size(), "JPY tickets, EUR and KWD diamonds");
  }

  @Test
  @Order(5)
  void aRefundIsALineOfItsOwn() throws Exception {
    String checkout = payments.pay("PAY-BACK", "TICKETS", 3_000, "JPY", Instant.now());
    payments.refund("PAY-BACK", checkout, 3_000, "JPY");
    LocalDate paidOut = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    DayReport report = report(paidOut);
    assertTrue(
        reports.of(paidOut).settled().stream().anyMatch(part -> part.category().equals("refund")));
    assertFalse(
        outcomes(report.differences()).contains("PAY-BACK"), report.differences().toString());
    assertEquals(
        2,
        sql.number(
            "select count(*) from encore.reconciliation_line where business_day = ? and payment = 'PAY-BACK'"
                + " and outcome = 'MATCHED'",
            paidOut));
    assertEquals(0, report.header().failedChecks(), report.checks().toString());
    long credits = report.balances().stream().mapToLong(DayReport.Balance::closing).sum();
    assertEquals(0, credits, "the trial balance is zero");
  }

  @Test
  @Order(6)
  void whatTheLedgerLostIsFound() throws Exception {
    sql.update("update encore.payment set amount_minor = amount_minor + 1 where code = 'PAY-6'");
    DayReport report = report(DAY);
    assertEquals(2, report.header().version());
    assertTrue(outcomes(report.differences()).contains("PAY-6 AMOUNT_DIFFERS"));
    List<String> broken =
        report.checks().stream().filter(c -> !c.holds()).map(DayReport.Check::code).toList();
    assertEquals(
        List.of("finance.check.captures_booked", "finance.check.clearing_is_payments"), broken);
    assertEquals(2, mails());
    sql.update("update encore.payment set amount_minor = amount_minor - 1 where code = 'PAY-6'");
    assertEquals(5, report(DAY).differences().size());
  }

  @Test
  @Order(7)
  void documentsHoldTheFiguresOfThePage() throws Exception {
    DayReport report = reports.of(DAY);
    byte[] workbook = reports.document(DAY, Locale.ENGLISH, "xlsx").bytes();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      Sheet differences = book.getSheet("Differences");
      assertEquals(report.differences().size(), differences.getLastRowNum());
      Cell theirs = row(differences, "PAY-2").getCell(12);
      assertEquals(2_001.0, theirs.getNumericCellValue());
      assertEquals("#,##0", theirs.getCellStyle().getDataFormatString());
      assertEquals(11, book.getSheet("All lines").getLastRowNum());
    }
    byte[] pdf = reports.document(DAY, Locale.ENGLISH, "pdf").bytes();
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Needs attention") && text.contains("PAY-2"), text);
      assertTrue(text.contains("¥2,001"), text);
    }
    assertTrue(reports.document(DAY, Locale.JAPANESE, "pdf").bytes().length > 1_000);
    assertThrows(NoReport.class, () -> reports.document(TODAY, Locale.ENGLISH, "pdf"));
  }

  private static Row row(Sheet sheet, String payment) {
    for (Row row : sheet) {
      Cell cell = row.getCell(3);
      if (cell != null && cell.toString().equals(payment)) {
        return row;
      }
    }
    throw new AssertionError(payment + " is not on " + sheet.getSheetName());
  }

  @Test
  @Order(8)
  void filesAreFetchedOnceAndKept() {
    byte[] before = stored();
    payments.provider().damage(DAY);
    assertEquals(0, files.fetch(DAY));
    assertArrayEquals(before, stored());
  }

  private static byte[] stored() {
    return sql.first(
            "select content from encore.stored_file where file_key = ?",
            row -> row.getBytes(1),
            "settlement/sandbox/" + DAY + ".csv")
        .orElseThrow();
  }

  @Test
  @Order(9)
  void onlyOneRunOfADayAtATime() throws Exception {
    long run = runs.claim(NightlyReports.JOB, TODAY, "test");
    assertThrows(AlreadyRunning.class, () -> runs.claim(NightlyReports.JOB, TODAY, "other"));
    JobRuns other = Wiring.with(new JobRuns(), sql, new Node(), Clock.systemUTC());
    assertThrows(LeaseLost.class, () -> other.progress(run, "match", 1));
    sql.update(
        "update encore.job_run set lease_until = now() - interval '1 second' where id = ?", run);
    JobRuns.Held left = other.abandoned().get(0);
    assertTrue(other.takeOver(left).isPresent());
    assertThrows(LeaseLost.class, () -> runs.progress(run, "match", 1));
    other.done(run);
    assertTrue(runs.claim(NightlyReports.JOB, TODAY, "test") > run);
  }

  private static long mails() {
    return sql.number(
        "select count(*) from encore.outbox_message where dedup_key like ?",
        "finance.report:" + DAY + ":%");
  }
}
