package fan.encore.gacha.web;

import fan.encore.gacha.BannerDraft;
import fan.encore.gacha.Design;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a banner promises besides its items and chances, as an artist types it; 0 is none. */
public class RulesForm implements Serializable {

  private long priceOne = 100;
  private long priceTen = 1_000;
  private String guarantee;
  private Design.Then then = Design.Then.LOOP;
  private long points;
  private long pointsPrice;
  private String pointsItems = "";
  private Design.Reset box;
  private String lastOne;
  private long dailyCap;
  private long totalCap;
  private boolean freeDaily;
  private boolean paidOnly;
  private final List<StepForm> steps = new ArrayList<>();

  static RulesForm of(BannerDraft draft) {
    RulesForm form = new RulesForm();
    form.priceOne = price(draft, 1);
    form.priceTen = price(draft, 10);
    form.guarantee = draft.guarantee();
    if (draft.steps() != null) {
      form.then = draft.steps().then();
      draft.steps().list().forEach(step -> form.steps.add(StepForm.of(step)));
    }
    if (draft.ceiling() != null) {
      form.points = draft.ceiling().points();
      form.pointsPrice = draft.ceiling().price();
      form.pointsItems = String.join(" ", draft.ceiling().items());
    }
    if (draft.box() != null) {
      form.box = draft.box().reset();
      form.lastOne = draft.box().lastOne();
    }
    form.dailyCap = draft.caps().daily();
    form.totalCap = draft.caps().total();
    form.freeDaily = draft.freeDaily();
    form.paidOnly = draft.paidOnly();
    return form;
  }

  private static long price(BannerDraft draft, int count) {
    return draft.prices().stream()
        .filter(price -> price.count() == count)
        .mapToLong(Design.Price::price)
        .findAny()
        .orElse(0);
  }

  List<Design.Price> prices() {
    return Stream.of(new Design.Price(1, priceOne), new Design.Price(10, priceTen))
        .filter(price -> price.price() != 0 && steps.isEmpty())
        .toList();
  }

  String guaranteed() {
    return guarantee == null || guarantee.isBlank() ? null : guarantee;
  }

  Design.Steps stepUp() {
    return steps.isEmpty()
        ? null
        : new Design.Steps(then, steps.stream().map(StepForm::step).toList());
  }

  Design.Ceiling ceiling() {
    if (points == 0 && pointsPrice == 0) {
      return null;
    }
    List<String> items =
        Stream.of(pointsItems == null ? new String[0] : pointsItems.trim().split("[\\s,]+"))
            .filter(item -> !item.isEmpty())
            .toList();
    return new Design.Ceiling(points, pointsPrice, items);
  }

  Design.Box boxed() {
    return box == null
        ? null
        : new Design.Box(box, lastOne == null || lastOne.isBlank() ? null : lastOne);
  }

  Design.Caps caps() {
    return new Design.Caps(dailyCap, totalCap);
  }

  public List<StepForm> getSteps() {
    return steps;
  }

  public long getPriceOne() {
    return priceOne;
  }

  public void setPriceOne(long priceOne) {
    this.priceOne = priceOne;
  }

  public long getPriceTen() {
    return priceTen;
  }

  public void setPriceTen(long priceTen) {
    this.priceTen = priceTen;
  }

  public String getGuarantee() {
    return guarantee;
  }

  public void setGuarantee(String guarantee) {
    this.guarantee = guarantee;
  }

  public Design.Then getThen() {
    return then;
  }

  public void setThen(Design.Then then) {
    this.then = then;
  }

  public long getPoints() {
    return points;
  }

  public void setPoints(long points) {
    this.points = points;
  }

  public long getPointsPrice() {
    return pointsPrice;
  }

  public void setPointsPrice(long pointsPrice) {
    this.pointsPrice = pointsPrice;
  }

  public String getPointsItems() {
    return pointsItems;
  }

  public void setPointsItems(String pointsItems) {
    this.pointsItems = pointsItems;
  }

  public Design.Reset getBox() {
    return box;
  }

  public void setBox(Design.Reset box) {
    this.box = box;
  }

  public String getLastOne() {
    return lastOne;
  }

  public void setLastOne(String lastOne) {
    this.lastOne = lastOne;
  }

  public long getDailyCap() {
    return dailyCap;
  }

  public void setDailyCap(long dailyCap) {
    this.dailyCap = dailyCap;
  }

  public long getTotalCap() {
    return totalCap;
  }

  public void setTotalCap(long totalCap) {
    this.totalCap = totalCap;
  }

  public boolean isFreeDaily() {
    return freeDaily;
  }

  public void setFreeDaily(boolean freeDaily) {
    this.freeDaily = freeDaily;
  }

  public boolean isPaidOnly() {
    return paidOnly;
  }

  public void setPaidOnly(boolean paidOnly) {
    this.paidOnly = paidOnly;
  }
}
