package fan.encore.gacha.web;

import fan.encore.gacha.Design;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A step as an artist types it. */
public class StepForm implements Serializable {

  private int count = 10;
  private long price = 1_000;
  private String guarantee;
  private String chances = "";

  static StepForm of(Design.Step step) {
    StepForm form = new StepForm();
    form.count = step.count();
    form.price = step.price();
    form.guarantee = step.guarantee();
    form.chances =
        String.join(
            " ",
            step.weights().stream()
                .map(weight -> TierForm.percent(weight).toPlainString())
                .toList());
    return form;
  }

  /** What is not a number becomes a weight that the rules refuse with its place. */
  Design.Step step() {
    List<Long> weights = new ArrayList<>();
    if (chances != null && !chances.isBlank()) {
      for (String percent : chances.trim().split("[\\s,;/%]+")) {
        weights.add(
            percent.matches("\\d{1,3}(\\.\\d{1,4})?")
                ? TierForm.perMillion(new BigDecimal(percent))
                : -1);
      }
    }
    String reached = guarantee == null || guarantee.isBlank() ? null : guarantee;
    return new Design.Step(count, price, weights, reached);
  }

  public int getCount() {
    return count;
  }

  public void setCount(int count) {
    this.count = count;
  }

  public long getPrice() {
    return price;
  }

  public void setPrice(long price) {
    this.price = price;
  }

  public String getGuarantee() {
    return guarantee;
  }

  public void setGuarantee(String guarantee) {
    this.guarantee = guarantee;
  }

  /** Percentages of the tiers in their order, separated by spaces; empty when they stay. */
  public String getChances() {
    return chances;
  }

  public void setChances(String chances) {
    this.chances = chances;
  }
}
