package fan.encore.gacha.web;

import fan.encore.gacha.Banner;
import fan.encore.gacha.Banners;
import fan.encore.gacha.Design;
import fan.encore.gacha.OddsVersion;
import fan.encore.gacha.Phase;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One banner with everything that can be drawn, how likely it is and what else is promised. */
@Named
@RequestScoped
public class BannerPage {

  @Inject private Banners banners;
  @Inject private RealPrice realPrice;
  @Inject private Caller caller;

  private String code;
  private Integer version;
  private Banner banner;
  private OddsVersion shown;
  private List<OddsVersion> versions;
  private OddsView odds;

  /** Shows the version in force, or another one of the banner's. */
  public void load() {
    banner = banners.byCode(code);
    versions = banners.versions(code);
    shown =
        versions.stream()
            .filter(one -> version != null && one.version() == version)
            .findFirst()
            .orElse(banner.published());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** The version that was asked for, or null for the one in force. */
  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public Banner getBanner() {
    return banner;
  }

  public Phase getPhase() {
    return banners.phase(banner);
  }

  /** The version whose odds are on the page. */
  public OddsVersion getShown() {
    return shown;
  }

  /** All versions, the latest first. */
  public List<OddsVersion> getVersions() {
    return versions;
  }

  /** The version that comes next, or null. */
  public OddsVersion getNext() {
    return versions.stream()
        .filter(one -> one.version() == banner.published().version() + 1)
        .findFirst()
        .orElse(null);
  }

  /** Diamonds for the cheapest call. */
  public long getFrom() {
    Design design = shown.rules().design();
    return design.steps() == null
        ? design.prices().stream().mapToLong(Design.Price::price).min().orElse(0)
        : design.steps().list().stream().mapToLong(Design.Step::price).min().orElse(0);
  }

  /** The version on the page as fans read it. */
  public OddsView getOdds() {
    if (odds == null) {
      odds = OddsView.of(shown, caller.locale(), realPrice::of);
    }
    return odds;
  }
}
