package fan.encore.gacha.api;

import fan.encore.gacha.Analysis;
import fan.encore.gacha.Banner;
import fan.encore.gacha.BannerCard;
import fan.encore.gacha.Design;
import fan.encore.gacha.OddsVersion;
import fan.encore.gacha.Phase;
import fan.encore.gacha.Until;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Banners as programs see them. */
final class BannerViews {

  private BannerViews() {}

  /**
   * @param priceOne diamonds for one draw, or for the first step
   * @param priceTen diamonds for ten draws, 0 when that is not offered
   */
  @Schema(name = "BannerCard")
  public record Card(
      String code,
      String title,
      String artist,
      String picture,
      Phase phase,
      Instant opensAt,
      Instant closesAt,
      long priceOne,
      long priceTen) {
    static Card of(BannerCard card) {
      return new Card(
          card.code(),
          card.title(),
          card.artistCode(),
          "/media/" + card.pictureKey(),
          card.phase(),
          card.opensAt(),
          card.closesAt(),
          card.priceOne(),
          card.priceTen());
    }
  }

  /**
   * @param group banners of the same group share the counters that are carried
   * @param zone time zone of its days
   * @param prices the counts offered; empty in a step-up banner
   * @param odds the version in force: what the engine draws from
   */
  @Schema(name = "BannerFull")
  public record Full(
      String code,
      String title,
      String story,
      String artist,
      String picture,
      Phase phase,
      Instant opensAt,
      Instant closesAt,
      String group,
      String zone,
      List<Design.Price> prices,
      Odds odds) {
    static Full of(Banner banner, Phase phase) {
      return new Full(
          banner.code(),
          banner.title(),
          banner.story(),
          banner.artistCode(),
          "/media/" + banner.pictureKey(),
          phase,
          banner.opensAt(),
          banner.closesAt(),
          banner.group(),
          banner.zone().getId(),
          banner.rules().design().prices(),
          Odds.of(banner.published()));
    }
  }

  /**
   * A version of the rules with what they mean.
   *
   * @param hash SHA-256 of the rules' text
   * @param rules the text that was published: canonical JSON
   * @param inForceAt first moment at which draws follow it
   * @param logIndex its place in the transparency log, -1 while it has none
   */
  public record Odds(
      int version,
      String hash,
      String rules,
      Instant publishedAt,
      Instant inForceAt,
      long logIndex,
      List<Rate> tiers,
      List<ItemRate> items) {
    static Odds of(OddsVersion version) {
      Analysis analysis = Analysis.of(version.rules());
      return new Odds(
          version.version(),
          version.rules().hash(),
          version.rules().canonical(),
          version.publishedAt(),
          version.inForceAt(),
          version.logIndex(),
          analysis.tiers().stream().map(Rate::of).toList(),
          analysis.items().stream().map(line -> ItemRate.of(version, line)).toList());
    }
  }

  /**
   * What the exact analysis says of a tier or an item. Draws and diamonds are those until it comes
   * for the first time, for a fan who starts today; what the rules do not make certain is missing.
   *
   * @param base the chance in a draw before counters, guarantees and steps
   * @param consolidated part of all draws in the long run
   */
  public record Rate(
      String name,
      double base,
      double consolidated,
      Double meanDraws,
      Long medianDraws,
      Long p95Draws,
      Long p99Draws,
      Long worstDraws,
      Double meanDiamonds,
      Long worstDiamonds) {
    static Rate of(Analysis.Line line) {
      Until until = line.until().orElse(null);
      return new Rate(
          line.name(),
          line.base(),
          line.consolidated(),
          until == null ? null : number(until.mean()),
          until == null ? null : number(until.median()),
          until == null ? null : number(until.p95()),
          until == null ? null : number(until.p99()),
          until == null ? null : number(until.worst()),
          until == null ? null : number(until.meanCost()),
          until == null ? null : number(until.worstCost()));
    }

    private static Double number(OptionalDouble number) {
      return number.isEmpty() ? null : number.getAsDouble();
    }

    private static Long number(OptionalLong number) {
      return number.isEmpty() ? null : number.getAsLong();
    }
  }

  /**
   * @param tier the tier that it belongs to
   */
  public record ItemRate(String item, String title, String tier, String picture, Rate rate) {
    static ItemRate of(OddsVersion version, Analysis.Line line) {
      return new ItemRate(
          line.name(),
          version.item(line.name()).name(),
          line.tier(),
          "/media/" + version.item(line.name()).pictureKey(),
          Rate.of(line));
    }
  }
}
