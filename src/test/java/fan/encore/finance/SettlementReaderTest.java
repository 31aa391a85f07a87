package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the provider's file: what it says, in minor units, and what of it cannot be read. */
class SettlementReaderTest {

  private static final String HEADER =
      "automatic_payout_id,balance_transaction_id,created_utc,currency,gross,fee,net,"
          + "reporting_category,source_id,description,charge_id,payment_metadata[reference],"
          + "refund_metadata[reference]\n";

  private static List<FileLine> read(String text) {
    return SettlementReader.read(7, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String currency, String gross, String fee, String net) {
    return "po_1,txn_1,2026-11-18 23:59:59,"
        + currency
        + ","
        + gross
        + ","
        + fee
        + ","
        + net
        + ",charge,ch_1,\"2 tickets, \"\"Moonrise\"\"\nKyoto\",ch_1,PAY-1,\n";
  }

  private static FileLine.Skipped skipped(String text) {
    FileLine first = read(text).get(0);
    assertNull(first.theirs());
    return first.skipped();
  }

  @Test
  void aLineIsReadByTheNamesInTheHeader() {
    List<FileLine> lines = read(HEADER + line("jpy", "12345", "444", "11901"));
    assertEquals(2, lines.size());
    assertEquals(
        new Theirs(
            "txn_1",
            Ours.Kind.CHARGE,
            "charge",
            "ch_1",
            "ch_1",
            "PAY-1",
            null,
            Instant.parse("2026-11-18T23:59:59Z"),
            "JPY",
            12345,
            444,
            "2 tickets, \"Moonrise\"\nKyoto"),
        lines.get(0).theirs());
    assertEquals(2, lines.get(0).line());
    assertTrue(lines.get(1).end());
  }

  @ParameterizedTest
  @CsvSource({
    "jpy,12345,444,11901,12345,444",
    "eur,19.99,0.72,19.27,1999,72",
    "usd,-5,0.00,-5.00,-500,0",
    "ngn,15000.00,540.00,14460.00,1500000,54000",
    "kwd,5.001,0.180,4.821,5001,180",
    "usd,0.1,0.1,0,10,10",
    "jpy,100.00,0,100,100,0"
  })
  void amountsBecomeExactMinorUnits(
      String currency, String gross, String fee, String net, long minor, long feeMinor) {
    Theirs theirs = read(HEADER + line(currency, gross, fee, net)).get(0).theirs();
    assertEquals(minor, theirs.grossMinor());
    assertEquals(feeMinor, theirs.feeMinor());
  }

  @ParameterizedTest
  @CsvSource({
    "jpy,1.5,0,1.5,amount",
    "eur,1.999,0,1.999,amount",
    "eur,1e3,0,1000,amount",
    "eur,'1,000',0,1000,width",
    "eur,NaN,0,0,amount",
    "eur,10,1,8,sum",
    "xxz,10,1,9,currency",
    "eur,,1,9,missing",
    "eur,9999999999999999999,0,1,amount"
  })
  void whatIsNoAmountIsSkippedAndKept(
      String currency, String gross, String fee, String net, String reason) {
    String text =
        HEADER + line(currency, gross == null ? "" : gross, fee, net) + line("jpy", "10", "1", "9");
    FileLine.Skipped skipped = skipped(text);
    assertEquals(reason, skipped.reason());
    assertTrue(skipped.raw().startsWith("po_1,txn_1"));
    assertEquals("JPY", read(text).get(1).theirs().currency(), "the next line is read");
  }

  @Test
  void garbageIsSkippedWithItsReason() {
    assertEquals("empty", skipped("").reason());
    assertEquals("column", skipped("a,b,c\n1,2,3\n").reason());
    assertEquals("width", skipped(HEADER + "only,three,fields\n").reason());
    assertEquals("width", skipped(HEADER + "\u0000\uFFFF\"never ends").reason());
    String noTime = line("jpy", "10", "1", "9").replace("2026-11-18 23:59:59", "yesterday");
    assertEquals("time", skipped(HEADER + noTime).reason());
  }

  @Test
  void byteOrderMarkWindowsLineEndsUnknownColumnsAndOrderDoNotMatter() {
    String text =
        "\uFEFFnet,fee,gross,unknown,source_id,reporting_category,currency,created_utc,balance_transaction_id\r\n"
            + "9,1,10,whatever,re_1,refund,jpy,2026-11-18 00:00:00,txn_9\r\n\r\n";
    List<FileLine> lines = read(text);
    assertEquals(2, lines.size());
    assertEquals(Ours.Kind.REFUND, lines.get(0).theirs().kind());
    assertNull(lines.get(0).theirs().paymentRef());
    assertEquals("", lines.get(0).theirs().description());
  }

  @Test
  void linesAreCountedThroughQuotedLineEnds() {
    String text = HEADER + line("jpy", "10", "1", "9") + line("jpy", "10", "1", "9");
    assertEquals(List.of(2, 4, 5), read(text).stream().map(FileLine::line).toList());
  }
}
