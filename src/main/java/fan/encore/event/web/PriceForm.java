package fan.encore.event.web;

import fan.encore.event.AmountTooFine;
import fan.encore.event.CurrencyUnknown;
import fan.encore.event.FeeDraft;
import fan.encore.event.FeeRule.Payer;
import fan.encore.event.TaxDraft;
import fan.encore.shared.Money;
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
  private BigDecimal fixed;
  private BigDecimal least;
  private BigDecimal most;
  private Payer payer = Payer.FAN;

  /** The ticket type's code, or null for the whole event. */
  String chosenType() {
    return type == null || type.isBlank() ? null : type;
  }

  TaxDraft tax() {
    return new TaxDraft(basisPoints(rate), !added);
  }

  /**
   * @param currency of the amounts, ISO 4217; null where the fee has none
   * @throws CurrencyUnknown if there are amounts without a currency, or it does not exist
   * @throws AmountTooFine if an amount has more decimals than the currency
   */
  FeeDraft fee(String currency) {
    return new FeeDraft(
        basisPoints(share),
        or0(minor("fixed", fixed, currency)),
        or0(minor("least", least, currency)),
        minor("most", most, currency),
        payer);
  }

  private static Long minor(String field, BigDecimal major, String currency) {
    if (major == null) {
      return null;
    }
    if (currency == null) {
      if (major.signum() == 0) {
        return 0L;
      }
      throw new CurrencyUnknown();
    }
    try {
      return Money.ofMajor(major, currency).minor();
    } catch (IllegalArgumentException unknown) {
      throw new CurrencyUnknown();
    } catch (ArithmeticException fine) {
      throw new AmountTooFine(field, currency);
    }
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

  /** For each ticket, in the units that people count in: 2.50 for EUR, 300 for JPY. */
  public BigDecimal getFixed() {
    return fixed;
  }

  public void setFixed(BigDecimal fixed) {
    this.fixed = fixed;
  }

  public BigDecimal getLeast() {
    return least;
  }

  public void setLeast(BigDecimal least) {
    this.least = least;
  }

  public BigDecimal getMost() {
    return most;
  }

  public void setMost(BigDecimal most) {
    this.most = most;
  }

  public Payer getPayer() {
    return payer;
  }

  public void setPayer(Payer payer) {
    this.payer = payer;
  }
}
