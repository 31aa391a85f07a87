package fan.encore.gacha.web;

import fan.encore.gacha.Banner;
import fan.encore.gacha.BannerEvidence;
import fan.encore.gacha.Banners;
import fan.encore.gacha.Evidence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Claimed and observed chances of a banner, with the evidence against the claims. */
@Named
@RequestScoped
public class BannerEvidencePage {

  /** The chart's field in its own units; the alarm line is at three powers of ten. */
  private static final double WIDTH = 600;

  private static final double HEIGHT = 240;
  private static final double MOST_POWERS = 4;
  private static final double LEAST_POWERS = -4;

  @Inject private Banners banners;
  @Inject private BannerEvidence evidence;

  private String code;
  private Banner banner;
  private List<BannerEvidence.Tier> tiers;
  private List<BannerEvidence.Point> points;

  public void load() {
    banner = banners.byCode(code);
    tiers = evidence.tiers(code);
    points = evidence.points(code);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public Banner getBanner() {
    return banner;
  }

  public List<BannerEvidence.Tier> getTiers() {
    return tiers;
  }

  /** Prizes that were taken into account. */
  public long getPrizes() {
    return points.isEmpty() ? 0 : points.get(points.size() - 1).prizes();
  }

  /** The evidence against all claims together at the last point. */
  public double getLogEvidence() {
    return points.isEmpty() ? 0 : points.get(points.size() - 1).logEvidence();
  }

  /** Whether the claims were refuted at any time: it never counts as forgotten. */
  public boolean isRefuted() {
    return points.stream().anyMatch(point -> point.logEvidence() >= Evidence.LOG_ALARM);
  }

  /** Evidence as a factor, such as {@code 0.82} or {@code 10^4.1}. */
  public String factor(double logEvidence) {
    double powers = logEvidence / Math.log(10);
    return Math.abs(powers) < 3
        ? String.format(Locale.ROOT, "%.3g", Math.exp(logEvidence))
        : String.format(Locale.ROOT, "10^%.1f", powers);
  }

  /** A rate as a percentage with as many digits as tell something. */
  public String percent(double hits, long trials) {
    return trials == 0 ? "–" : String.format(Locale.ROOT, "%.3f %%", 100 * hits / trials);
  }

  /** Powers of ten that the chart names. */
  public List<Integer> getTicks() {
    return List.of(3, 2, 1, 0, -1, -2, -3);
  }

  /** The chart's line. */
  public String getLine() {
    double most = Math.max(1, getPrizes());
    return "0,"
        + y(0)
        + " "
        + points.stream()
            .map(
                point ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%s",
                        WIDTH * point.prizes() / most,
                        y(point.logEvidence() / Math.log(10))))
            .collect(Collectors.joining(" "));
  }

  /** Height of a power of ten in the chart. */
  public String y(double powers) {
    double kept = Math.max(LEAST_POWERS, Math.min(MOST_POWERS, powers));
    return String.format(
        Locale.ROOT, "%.1f", HEIGHT * (MOST_POWERS - kept) / (MOST_POWERS - LEAST_POWERS));
  }
}
