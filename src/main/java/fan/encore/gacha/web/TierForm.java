package fan.encore.gacha.web;

import fan.encore.gacha.Design;
import fan.encore.gacha.Design.Carry;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** A tier as an artist types it: chance, counters and rate-up; percentages with four decimals. */
public class TierForm implements Serializable {

  private static final int SHIFT = 4;

  private final String tier;
  private BigDecimal chance = BigDecimal.ZERO;
  private long hard;
  private long after;
  private BigDecimal step = BigDecimal.ZERO;
  private Carry carry = Carry.BANNER;
  private long featuredHard;
  private Carry featuredCarry = Carry.BANNER;
  private BigDecimal share = BigDecimal.ZERO;
  private Carry shareCarry = Carry.NONE;

  TierForm(String tier) {
    this.tier = tier;
  }

  /** Whether it has more than a chance. */
  public boolean isAdvanced() {
    return hard > 0 || after > 0 || featuredHard > 0 || share.signum() > 0;
  }

  static BigDecimal percent(long perMillion) {
    return BigDecimal.valueOf(perMillion, SHIFT).stripTrailingZeros();
  }

  static long perMillion(BigDecimal percent) {
    return percent == null ? 0 : percent.movePointRight(SHIFT).longValue();
  }

  void read(Design.Track track) {
    if (track.featured()) {
      featuredHard = track.hard();
      featuredCarry = track.carry();
    } else {
      hard = track.hard();
      after = track.after();
      step = percent(track.step());
      carry = track.carry();
    }
  }

  void read(Design.RateUp rateUp) {
    share = percent(rateUp.share());
    shareCarry = rateUp.carry();
  }

  void write(List<Design.Track> pity, List<Design.RateUp> rateUps) {
    if (hard > 0) {
      pity.add(new Design.Track(tier, false, hard, after, perMillion(step), carry));
    }
    if (featuredHard > 0) {
      pity.add(new Design.Track(tier, true, featuredHard, 0, 0, featuredCarry));
    }
    if (perMillion(share) > 0) {
      rateUps.add(new Design.RateUp(tier, perMillion(share), shareCarry));
    }
  }

  public String getTier() {
    return tier;
  }

  public BigDecimal getChance() {
    return chance;
  }

  public void setChance(BigDecimal chance) {
    this.chance = chance;
  }

  public long getHard() {
    return hard;
  }

  public void setHard(long hard) {
    this.hard = hard;
  }

  public long getAfter() {
    return after;
  }

  public void setAfter(long after) {
    this.after = after;
  }

  public BigDecimal getStep() {
    return step;
  }

  public void setStep(BigDecimal step) {
    this.step = step;
  }

  public Carry getCarry() {
    return carry;
  }

  public void setCarry(Carry carry) {
    this.carry = carry;
  }

  public long getFeaturedHard() {
    return featuredHard;
  }

  public void setFeaturedHard(long featuredHard) {
    this.featuredHard = featuredHard;
  }

  public Carry getFeaturedCarry() {
    return featuredCarry;
  }

  public void setFeaturedCarry(Carry featuredCarry) {
    this.featuredCarry = featuredCarry;
  }

  public BigDecimal getShare() {
    return share;
  }

  public void setShare(BigDecimal share) {
    this.share = share;
  }

  public Carry getShareCarry() {
    return shareCarry;
  }

  public void setShareCarry(Carry shareCarry) {
    this.shareCarry = shareCarry;
  }
}
