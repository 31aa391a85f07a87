package fan.encore.shop;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The packs on sale. */
@Stateless
@PermitAll
public class DiamondPacks {

  /** What is charged in when nobody chose. */
  public static final String DEFAULT_CURRENCY = "JPY";

  private static final String SELECT =
      "select p.code, p.name_en, p.name_ja, p.diamonds, p.bonus, r.currency, r.amount_minor"
          + " from encore.diamond_pack p join encore.diamond_pack_price r on r.pack_id = p.id"
          + " where p.on_sale and r.currency = ?";

  @Inject private Sql sql;

  /** For the container. */
  public DiamondPacks() {}

  /** Outside the server. */
  public DiamondPacks(Sql sql) {
    this.sql = sql;
  }

  /** All packs on sale in the default currency, smallest first, named in English. */
  public List<DiamondPack> onSale() {
    return onSale(DEFAULT_CURRENCY, Locale.ENGLISH);
  }

  /**
   * All packs on sale in a currency, smallest first.
   *
   * @return empty if nothing is sold in that currency
   */
  public List<DiamondPack> onSale(String currency, Locale locale) {
    return sql.list(SELECT + " order by p.position", row -> pack(row, locale), currency);
  }

  /** A pack on sale at its price in a currency. */
  public Optional<DiamondPack> find(String code, String currency, Locale locale) {
    return sql.first(SELECT + " and p.code = ?", row -> pack(row, locale), currency, code);
  }

  /** Currencies in which packs are sold, in alphabetical order with the default one first. */
  public List<String> currencies() {
    return sql.list(
        "select currency from (select distinct r.currency from encore.diamond_pack p"
            + " join encore.diamond_pack_price r on r.pack_id = p.id where p.on_sale) sold"
            + " order by currency <> ?, currency",
        row -> row.getString(1),
        DEFAULT_CURRENCY);
  }

  private static DiamondPack pack(ResultSet row, Locale locale) throws SQLException {
    boolean japanese = locale.getLanguage().equals("ja");
    return new DiamondPack(
        row.getString("code"),
        row.getString(japanese ? "name_ja" : "name_en"),
        row.getLong("diamonds"),
        row.getLong("bonus"),
        new Money(row.getLong("amount_minor"), row.getString("currency")));
  }
}
