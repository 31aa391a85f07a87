package fan.encore.promo.web;

import fan.encore.promo.PromoDraft;
import fan.encore.promo.PromoKind;
import fan.encore.shared.Money;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What an organizer types about promo codes; amounts are in whole units of the currency. */
public class PromoForm implements Serializable {

  private String code;
  private PromoKind kind = PromoKind.PERCENT;
  private Integer percent;
  private BigDecimal amount;
  private boolean unlocks;
  private List<String> types = new ArrayList<>();
  private Integer maxUses;
  private Integer maxPerPerson;
  private BigDecimal budget;
  private LocalDateTime validFrom;
  private LocalDateTime validUntil;
  private Integer count = 1;

  /** What does not belong to the kind is left out. */
  PromoDraft draft(String currency) {
    return new PromoDraft(
        code,
        kind,
        kind == PromoKind.PERCENT ? percent : null,
        kind == PromoKind.AMOUNT ? minor(amount, currency) : null,
        unlocks,
        types,
        maxUses,
        maxPerPerson,
        minor(budget, currency),
        validFrom,
        validUntil);
  }

  private static Long minor(BigDecimal major, String currency) {
    return major == null
        ? null
        : Money.ofMajor(major.setScale(Money.exponent(currency), RoundingMode.HALF_UP), currency)
            .minor();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public PromoKind getKind() {
    return kind;
  }

  public void setKind(PromoKind kind) {
    this.kind = kind;
  }

  public Integer getPercent() {
    return percent;
  }

  public void setPercent(Integer percent) {
    this.percent = percent;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public boolean isUnlocks() {
    return unlocks;
  }

  public void setUnlocks(boolean unlocks) {
    this.unlocks = unlocks;
  }

  /** Codes of the ticket types; none for all. */
  public List<String> getTypes() {
    return types;
  }

  public void setTypes(List<String> types) {
    this.types = types == null ? new ArrayList<>() : types;
  }

  public Integer getMaxUses() {
    return maxUses;
  }

  public void setMaxUses(Integer maxUses) {
    this.maxUses = maxUses;
  }

  public Integer getMaxPerPerson() {
    return maxPerPerson;
  }

  public void setMaxPerPerson(Integer maxPerPerson) {
    this.maxPerPerson = maxPerPerson;
  }

  public BigDecimal getBudget() {
    return budget;
  }

  public void setBudget(BigDecimal budget) {
    this.budget = budget;
  }

  public LocalDateTime getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDateTime validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDateTime getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDateTime validUntil) {
    this.validUntil = validUntil;
  }

  /** How many codes; more than one are generated from the code as their beginning. */
  public Integer getCount() {
    return count;
  }

  public void setCount(Integer count) {
    this.count = count;
  }
}
