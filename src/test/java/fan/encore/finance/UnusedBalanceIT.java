package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unused balance of any day, by the movements of lots until then. */
class UnusedBalanceIT {

  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);

  @TempDir private static Path folder;
  private static LocalDatabase database;
  private static UnusedBalance balance;

  /**
   * Two web lots of 12 and 2 million yen, half of the first spent in October; one that ends within
   * six months; free diamonds.
   */
  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(folder, 0);
    database.migrate(LocalDatabase.NAME);
    try (Connection connection = database.admin(LocalDatabase.NAME).getConnection();
        Statement run = connection.createStatement()) {
      run.execute("select encore.ledger_open(array['fan:1:paid:DIA', 'fan:1:free:DIA'])");
      lot(run, "paid", "'WEB', 12000000, 'JPY', 12000000, 1000000, '2026-09-30T14:59:59Z', null");
      lot(run, "paid", "'IOS', 19999, 'USD', 2000000, 100000, '2026-09-30T15:00:00Z', null");
      lot(run, "paid", "'WEB', 700, 'JPY', 700, 7, '2026-09-01T00:00:00Z', '2027-02-28T00:00:00Z'");
      lot(run, "free", "'WEB', null, null, 0, 50, '2026-09-01T00:00:00Z', null");
      run.execute(
          "insert into encore.ledger_transaction (id, kind, posting_key, reference, digest, posted_at) overriding"
              + " system value values (900, 'test.draw', 'k', 't', sha256('x'), '2026-10-05T00:00:00Z')");
      run.execute("insert into encore.lot_movement select min(id), 900, 500000 from encore.lot");
    }
    Clock clock = Clock.fixed(Instant.parse("2027-04-15T00:00:00Z"), ZoneOffset.UTC);
    balance =
        new UnusedBalance(
            new Sql(database.appDataSource(LocalDatabase.NAME)),
            new BusinessDays("Asia/Tokyo", 2),
            clock);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void theFigureIsThatOfTheEndOfTheDayInTokyo() {
    UnusedFigure figure = balance.at(SEPTEMBER);
    assertEquals(12_000_000, figure.unused().minor());
    assertEquals(6_000_000, figure.deposit().minor());
    assertEquals(PrepaidRules.Level.OVER, figure.level());
    assertTrue(figure.reportDue());
    assertEquals(LocalDate.of(2026, 11, 30), figure.notifyBy());
    assertEquals(14_000_000, balance.at(SEPTEMBER.plusDays(1)).unused().minor());
  }

  @Test
  void whatWasSpentSinceIsNotUnusedAndReportsGoOn() {
    UnusedFigure figure = balance.at(MARCH);
    assertEquals(8_000_000, figure.unused().minor());
    assertEquals(PrepaidRules.Level.ALARM, figure.level());
    assertEquals(0, figure.deposit().minor());
    assertTrue(figure.reportDue());
    assertFalse(balance.at(MARCH.minusDays(1)).reportDue());
    assertEquals(2, figure.references().size());
  }

  @Test
  void lotsThatEndWithinSixMonthsAreExempt() {
    assertEquals(700, balance.at(SEPTEMBER).exempt().minor());
  }

  @Test
  void freeDiamondsAreInBooksOfTheirOwnAndDoNotCount() {
    UnusedFigure figure = balance.at(SEPTEMBER);
    assertEquals(50, figure.freeDiamonds());
    assertEquals(1_000_007, figure.diamonds());
  }

  @Test
  void theDocumentsSayTheSame() throws Exception {
    byte[] pdf = balance.document(SEPTEMBER, Locale.ENGLISH, "pdf");
    String text = new PDFTextStripper().getText(Loader.loadPDF(pdf));
    assertTrue(text.contains("12,000,000"), text);
    assertTrue(text.contains("6,000,000"), text);
    try (XSSFWorkbook book =
        new XSSFWorkbook(
            new ByteArrayInputStream(balance.document(SEPTEMBER, Locale.JAPANESE, "xlsx")))) {
      assertEquals(12_000_000, book.getSheetAt(0).getRow(2).getCell(1).getNumericCellValue());
    }
  }

  private static void lot(Statement run, String kind, String values) throws Exception {
    run.execute(
        "insert into encore.lot (purse_id, transaction_id, source, remaining, channel, price_minor, currency, value_yen,"
            + " issued, issued_at, expires_at) select a.id, 1, 'test', x.issued, x.channel, x.price::bigint, x.currency, x.value::bigint,"
            + " x.issued, x.issued_at::timestamptz, x.expires_at::timestamptz from (values ("
            + values
            + ")) x (channel, price, currency, value, issued, issued_at, expires_at), encore.ledger_account a"
            + " where a.address = 'fan:1:"
            + kind
            + ":DIA'");
  }
}
