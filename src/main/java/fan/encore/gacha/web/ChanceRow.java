package fan.encore.gacha.web;

import fan.encore.gacha.Analysis;
import fan.encore.gacha.Rules;
import fan.encore.gacha.Until;
import fan.encore.shared.Money;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A line of an odds page, as text: what the analysis says of a tier or an item. A dash stands for
 * what the rules do not make certain.
 *
 * @param code of the item, or the tier's name
 * @param base the chance in a draw
 * @param consolidated the rate in the long run
 * @param mean draws on average until the first
 * @param worst draws that are enough for everybody
 * @param meanCost diamonds on average
 * @param meanMoney what they cost at most in money, or empty
 * @param worstCost diamonds that are enough for everybody
 * @param worstMoney the same in money, or empty
 */
public record ChanceRow(
    String code,
    String tier,
    String base,
    String consolidated,
    String mean,
    String median,
    String p95,
    String p99,
    String worst,
    String meanCost,
    String meanMoney,
    String p95Cost,
    String worstCost,
    String worstMoney) {

  private static final String NONE = "–";

  /** Writes lines of an analysis. */
  static final class Writer {

    private final Locale locale;
    private final LongFunction<Money> money;

    /**
     * @param money what so many diamonds cost at most, or null
     */
    Writer(Locale locale, LongFunction<Money> money) {
      this.locale = locale;
      this.money = money;
    }

    List<ChanceRow> tiers(Rules rules) {
      return Analysis.of(rules).tiers().stream().map(this::row).toList();
    }

    /** The items of a tier, in the published order. */
    List<ChanceRow> items(Rules rules, String tier) {
      Stream<Analysis.Line> lines = Analysis.of(rules).items().stream();
      return lines.filter(line -> line.tier().equals(tier)).map(this::row).toList();
    }

    ChanceRow row(Analysis.Line line) {
      Until until = line.until().orElse(null);
      return new ChanceRow(
          line.name(),
          line.tier(),
          Percent.of(line.base(), locale),
          Percent.of(line.consolidated(), locale),
          until == null ? NONE : decimal(until.mean()),
          until == null ? NONE : whole(until.median()),
          until == null ? NONE : whole(until.p95()),
          until == null ? NONE : whole(until.p99()),
          until == null ? NONE : whole(until.worst()),
          until == null ? NONE : decimal(until.meanCost()),
          until == null ? "" : money(rounded(until.meanCost())),
          until == null ? NONE : whole(until.p95Cost()),
          until == null ? NONE : whole(until.worstCost()),
          until == null ? "" : money(until.worstCost()));
    }

    private String decimal(OptionalDouble number) {
      NumberFormat format = NumberFormat.getInstance(locale);
      format.setMaximumFractionDigits(1);
      return number.isEmpty() ? NONE : format.format(number.getAsDouble());
    }

    private String whole(OptionalLong number) {
      return number.isEmpty() ? NONE : NumberFormat.getInstance(locale).format(number.getAsLong());
    }

    private static OptionalLong rounded(OptionalDouble number) {
      return number.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of((long) Math.ceil(number.getAsDouble()));
    }

    private String money(OptionalLong diamonds) {
      Money cost = diamonds.isEmpty() ? null : money.apply(diamonds.getAsLong());
      return cost == null ? "" : cost.format(locale);
    }
  }
}
