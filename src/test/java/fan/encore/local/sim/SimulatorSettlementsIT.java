package fan.encore.local.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settlement file: what is in it, in which unit, and how it can be damaged. */
class SimulatorSettlementsIT extends Simulated {

  private static final Instant PAID = Instant.parse("2026-11-18T23:59:59Z");
  private static final LocalDate FILE = LocalDate.of(2026, 11, 20);

  private void pay(String reference, long amount, String currency, int second) throws Exception {
    client.approveAt(shop.open(reference, amount, currency), PAID.minusSeconds(60 - second));
  }

  private List<String> lines(LocalDate date) {
    return client.settlement(date).lines().skip(1).toList();
  }

  /** Fields by place; the one description with a comma is quoted and left out of the split. */
  private static String[] fields(String line) {
    return line.replaceAll("\"(?:[^\"]|\"\")*\"", "text").split(",", -1);
  }

  @Test
  void amountsAreInMajorUnitsOfEachCurrency() throws Exception {
    pay("yen", 12_345, "JPY", 1);
    pay("cents", 1_999, "USD", 2);
    pay("kobo", 1_500_000, "NGN", 3);
    pay("fils", 5_001, "KWD", 4);
    List<String[]> lines = lines(FILE).stream().map(SimulatorSettlementsIT::fields).toList();
    assertEquals(4, lines.size());
    assertMoney(lines.get(0), "jpy", "12345", "444", "11901");
    assertMoney(lines.get(1), "usd", "19.99", "0.72", "19.27");
    assertMoney(lines.get(2), "ngn", "15000.00", "540.00", "14460.00");
    assertMoney(lines.get(3), "kwd", "5.001", "0.180", "4.821");
    assertEquals("2026-11-20 00:00:00", lines.get(0)[1]);
    assertEquals("2026-11-18 23:59:00", lines.get(0)[3]);
    assertEquals("charge", lines.get(0)[9]);
    assertEquals("yen", lines.get(0)[16]);
    assertTrue(lines(FILE.plusDays(1)).isEmpty());
  }

  private static void assertMoney(
      String[] line, String currency, String gross, String fee, String net) {
    assertEquals(18, line.length);
    assertEquals(List.of(currency, gross, fee, net), List.of(line[5], line[6], line[7], line[8]));
    assertEquals(
        new BigDecimal(net), new BigDecimal(gross).subtract(new BigDecimal(fee)), currency);
  }

  @Test
  void aRefundIsANegativeLineWithoutAFee() throws Exception {
    String id = shop.open("order-1", 2_000, "JPY");
    client.approve(id);
    shop.refund("r-1", id, 500);
    client.payoutDelayDays(0);
    List<String> today = lines(LocalDate.now(ZoneOffset.UTC));
    String[] refund = fields(today.get(1));
    assertMoney(refund, "jpy", "-500", "0", "-500");
    assertEquals("refund", refund[9]);
    assertEquals("order-1", refund[16]);
    assertEquals("refund-r-1", refund[17]);
    assertEquals(fields(today.get(0))[14], refund[14], "the charge of the refund");
  }

  @Test
  void aDamagedFileDiffersFromTheTrueOneInExactlyTheseLines() throws Exception {
    for (int second = 1; second <= 5; second++) {
      pay("order-" + second, 1_000L * second, "JPY", second);
    }
    List<String[]> sound = lines(FILE).stream().map(SimulatorSettlementsIT::fields).toList();
    client.damage(FILE, Damage.values());
    String damagedFile = client.settlement(FILE);
    assertEquals(damagedFile, client.settlement(FILE), "the same damage every time");
    List<String[]> damaged =
        damagedFile.lines().skip(1).map(SimulatorSettlementsIT::fields).toList();

    assertEquals(5, damaged.size());
    assertEquals("order-2", damaged.get(0)[16], "the first is missing");
    assertMoney(damaged.get(0), "jpy", "2001", "72", "1929");
    assertMoney(damaged.get(1), "eur", "30.00", "1.08", "28.92");
    assertMoney(damaged.get(2), "jpy", "4000", "145", "3855");
    assertEquals(String.join(",", sound.get(4)), String.join(",", damaged.get(3)));
    assertEquals("unknown-2026-11-20", damaged.get(4)[16]);

    client.damage(FILE);
    assertEquals(5, lines(FILE).size());
    assertEquals("order-1", fields(lines(FILE).get(0))[16]);
  }

  @Test
  void oneRequestCanAskForDamageAlone() throws Exception {
    pay("order-1", 1_000, "JPY", 1);
    String path = "/v1/settlements/" + FILE + ".csv";
    assertEquals(1, shop.page(path + "?damage=missing", "*/*").body().lines().count());
    assertEquals(3, shop.page(path + "?damage=fee,extra", "*/*").body().lines().count());
    assertEquals(400, shop.page(path + "?damage=fire", "*/*").statusCode());
    assertEquals(2, shop.page(path, "*/*").body().lines().count());
  }
}
