package fan.encore.gacha.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;

/** Chances as people read them. */
final class Percent {

  private static final int DECIMALS = 4;
  private static final double SMALL = 1e-6;

  private Percent() {}

  /** Millionths as a percentage: 12500 is {@code 1.25%}. */
  static String of(long perMillion, Locale locale) {
    return of(perMillion / 1e6, locale);
  }

  /** A chance from 0 to 1; four decimals, or two digits of what is smaller than that. */
  static String of(double chance, Locale locale) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(DECIMALS);
    if (chance > 0 && chance < SMALL) {
      BigDecimal short2 = BigDecimal.valueOf(chance).round(new MathContext(2));
      format.setMaximumFractionDigits(short2.scale());
      return format.format(short2);
    }
    return format.format(chance);
  }
}
