package fan.encore.gacha.web;

import fan.encore.collection.Rarity;
import fan.encore.gacha.Analysis;
import fan.encore.gacha.BannerDraft;
import fan.encore.gacha.BannerPreview;
import fan.encore.gacha.Inspection;
import fan.encore.gacha.LawCheck;
import fan.encore.gacha.Release;
import fan.encore.gacha.StudioBanners;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A draft as fans would see it, what the laws say of it, and its publication. */
@Named
@ViewScoped
public class BannerPreviewPage implements Serializable {

  @Inject private StudioBanners studio;
  @Inject private Inspection inspection;
  @Inject private Release release;
  @Inject private Caller caller;
  @Inject private RealPrice realPrice;

  private String code;
  private transient BannerDraft draft;
  private transient BannerPreview preview;
  private transient OddsView odds;

  public void open() {
    draft = studio.draft(caller.id(), code);
    preview = inspection.of(draft);
    if (preview.rules().isPresent()) {
      Map<String, OddsView.Shown> items = new HashMap<>();
      draft
          .items()
          .forEach(
              item -> items.put(item.code(), new OddsView.Shown(item.name(), item.pictureKey())));
      odds = new OddsView(preview.rules().get(), items, caller.locale(), realPrice::of);
    }
  }

  /** Publishes what is on the page and leads to what fans see of it. */
  public String publish() {
    release.publish(caller.id(), code);
    return "/gacha/odds?faces-redirect=true&code=" + code;
  }

  /** Null while the draft has problems. */
  public OddsView getOdds() {
    return odds;
  }

  public BannerDraft getDraft() {
    return draft;
  }

  public BannerPreview getPreview() {
    return preview;
  }

  /** The problems in words. */
  public List<String> getProblems() {
    Locale locale = caller.locale();
    return preview.problems().stream()
        .map(problem -> ProblemWords.of(problem, locale))
        .distinct()
        .toList();
  }

  /** What a law says, with its numbers. */
  public String words(LawCheck check) {
    return Texts.get(
        caller.locale(),
        "banner.law." + check.law(),
        check.facts().stream().map(BannerPreviewPage::rounded).toArray());
  }

  /** Whole yen, and draws and percentages with two decimals. */
  private static Object rounded(Object fact) {
    if (fact instanceof Double number) {
      return number >= 1_000 ? Math.round(number) : Math.round(number * 100) / 100.0;
    }
    return fact;
  }

  /** The markets that a check concerns, in alphabetical order. */
  public String markets(LawCheck check) {
    return check.markets().stream().sorted().collect(Collectors.joining(", "));
  }

  public String getClosed() {
    return preview.closedMarkets().stream().sorted().collect(Collectors.joining(", "));
  }

  /** Draws until the tiers come for the first time, for Chart.js. */
  public String getChart() {
    Analysis analysis = Analysis.of(preview.rules().orElseThrow());
    return UntilChart.of(
        analysis.tiers().stream().filter(tier -> !tier.name().equals(Rarity.N.name())).toList());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
