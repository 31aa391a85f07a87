package fan.encore.shared;

import jakarta.json.bind.annotation.JsonbTransient;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * An amount of money: whole minor units (yen, kobo, cents) and an ISO 4217 code. JPY has no
 * decimals, NGN counts kobo.
 *
 * @param minor minor units, negative only in differences
 * @param currency upper-case ISO 4217 code
 */
public record Money(long minor, String currency) {

  /**
   * @throws IllegalArgumentException if the currency is not an ISO 4217 code
   */
  public Money {
    Objects.requireNonNull(currency, "currency");
    Currency.getInstance(currency);
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /** Number of decimals of a currency: 0 for JPY, 2 for USD, 3 for KWD (ISO 4217). */
  public static int exponent(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /**
   * Reads an amount in major units, such as {@code 12.50}.
   *
   * @throws ArithmeticException if it has more decimals than the currency
   */
  public static Money ofMajor(BigDecimal major, String currency) {
    return new Money(major.movePointRight(exponent(currency)).longValueExact(), currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  /**
   * A share of this amount, rounded half away from zero to a whole minor unit.
   *
   * @param perMille thousandths, 50 for 5 %
   */
  public Money perMille(int perMille) {
    long product = Math.multiplyExact(minor, (long) perMille);
    long half = product >= 0 ? 500 : -500;
    return new Money(Math.addExact(product, half) / 1000, currency);
  }

  @JsonbTransient
  public boolean isZero() {
    return minor == 0;
  }

  @JsonbTransient
  public boolean isPositive() {
    return minor > 0;
  }

  /** The amount in major units with exactly the currency's decimals. */
  public BigDecimal major() {
    return BigDecimal.valueOf(minor, exponent(currency));
  }

  /** For people, by locale: {@code ¥1,200}, {@code US$5.00}. */
  public String format(Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    format.setMinimumFractionDigits(exponent(currency));
    format.setMaximumFractionDigits(exponent(currency));
    return format.format(major());
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be added");
    }
    return other;
  }

  @Override
  public String toString() {
    return major().toPlainString() + " " + currency;
  }
}
