package fan.encore.order;

import fan.encore.event.TaxRule;
import fan.encore.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The tax of one rate in a document: in the sum of all that is taxed with this rate, rounded once
 * (Japan, NTA: one rounding for each rate and invoice).
 *
 * @param rateBasisPoints hundredths of a per cent, above 0
 * @param gross what is taxed with this rate, tax and all
 * @param tax the part of it that is the tax
 */
public record TaxShare(int rateBasisPoints, Money gross, Money tax) {

  static List<TaxShare> of(List<PricedLine> lines) {
    TreeMap<Integer, Money> byRate = new TreeMap<>(Comparator.reverseOrder());
    for (PricedLine line : lines) {
      byRate.merge(line.tax().rateBasisPoints(), line.total(), Money::plus);
    }
    byRate.remove(0);
    return byRate.entrySet().stream()
        .map(
            rate ->
                new TaxShare(
                    rate.getKey(),
                    rate.getValue(),
                    TaxRule.contained(rate.getValue(), rate.getKey())))
        .toList();
  }

  /** The rate as people write it: {@code 8.25}. */
  public String percent() {
    return TaxRule.percent(rateBasisPoints);
  }

  public Money net() {
    return gross.minus(tax);
  }
}
