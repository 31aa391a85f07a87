package fan.encore.promo;

import fan.encore.shared.Money;
import fan.encore.storage.Spreadsheet;
import java.util.List;

/** Promo codes as CSV (RFC 4180); amounts in whole units of the currency. */
public final class PromoCsv {

  private static final String HEAD =
      "code,kind,percent,amount,max_uses,uses,budget,spent,currency,valid_from,valid_until,batch,"
          + "active\r\n";

  private PromoCsv() {}

  public static String of(List<PromoRow> codes) {
    StringBuilder text = new StringBuilder(HEAD);
    for (PromoRow row : codes) {
      text.append(quoted(row.code())).append(',').append(row.kind()).append(',');
      text.append(row.percent() == 0 ? "" : row.percent()).append(',');
      text.append(amount(row.amount())).append(',');
      text.append(row.maxUses() == null ? "" : row.maxUses()).append(',');
      text.append(row.uses()).append(',');
      text.append(amount(row.budget())).append(',').append(amount(row.spent())).append(',');
      text.append(row.spent().currency()).append(',');
      text.append(row.validFrom() == null ? "" : row.validFrom()).append(',');
      text.append(row.validUntil() == null ? "" : row.validUntil()).append(',');
      text.append(row.batch() == null ? "" : quoted(row.batch())).append(',');
      text.append(row.active()).append("\r\n");
    }
    return text.toString();
  }

  private static String amount(Money money) {
    return money == null ? "" : money.major().toPlainString();
  }

  private static String quoted(String text) {
    return "\"" + Spreadsheet.plain(text).replace("\"", "\"\"") + "\"";
  }
}
