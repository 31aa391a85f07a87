package fan.encore.event.web;

import fan.encore.event.FeeDraft;
import fan.encore.event.FeeRule.Payer;
import fan.encore.event.TaxDraft;
import java.io.Serializable;
import java.math.BigDecimal;

/** What somebody types who says which tax or fee counts. */
public class PriceForm implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private String type;
  private BigDecimal rate;
  private boolean added;
  private BigDecimal share;
  private Long fixedMinor;
  private Long leastMinor;
  private Long mostMinor;
  private Payer payer = Payer.FAN;

  /** The ticket type's code, or null for the whole event. */
  String chosenType() {
    return type == null || type.isBlank() ? null : type;
  }

  TaxDraft tax() {
    return new TaxDraft(basisPoints(rate), !added);
  }

  FeeDraft fee() {
    return new FeeDraft(basisPoints(share), or0(fixedMinor), or0(leastMinor), mostMinor, payer);
  }

  private static int basisPoints(BigDecimal percent) {
    return percent == null ? 0 : percent.multiply(HUNDRED).intValue();
  }

  private static long or0(Long minor) {
    return minor == null ? 0 : minor;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public BigDecimal getRate() {
    return rate;
  }

  public void setRate(BigDecimal rate) {
    this.rate = rate;
  }

  public boolean isAdded() {
    return added;
  }

  public void setAdded(boolean added) {
    this.added = added;
  }

  public BigDecimal getShare() {
    return share;
  }

  public void setShare(BigDecimal share) {
    this.share = share;
  }

  public Long getFixedMinor() {
    return fixedMinor;
  }

  public void setFixedMinor(Long fixedMinor) {
    this.fixedMinor = fixedMinor;
  }

  public Long getLeastMinor() {
    return leastMinor;
  }

  public void setLeastMinor(Long leastMinor) {
    this.leastMinor = leastMinor;
  }

  public Long getMostMinor() {
    return mostMinor;
  }

  public void setMostMinor(Long mostMinor) {
    this.mostMinor = mostMinor;
  }

  public Payer getPayer() {
    return payer;
  }

  public void setPayer(Payer payer) {
    this.payer = payer;
  }
}
