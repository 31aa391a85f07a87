package fan.encore.gacha;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How claimed and observed chances of a banner compare, for everybody. */
@Stateless
public class BannerEvidence {

  /**
   * One claimed chance: a tier in one state of pity.
   *
   * @param weightPerMillion the claim, or -1 when it changes with every draw, as in a box
   * @param logEvidence natural logarithm of the evidence against this claim alone
   */
  public record Line(
      String what,
      int weightPerMillion,
      long trials,
      long hits,
      double expected,
      double logEvidence) {}

  /**
   * A tier over all its states.
   *
   * @param logEvidence natural logarithm of the evidence against its claims together
   */
  public record Tier(
      String what, long trials, long hits, double expected, double logEvidence, List<Line> lines) {}

  /** The evidence after so many prizes. */
  public record Point(long prizes, double logEvidence) {}

  /** A banner whose claims were refuted. */
  public record Alarm(String banner, double logEvidence, long logIndex, Instant raisedAt) {}

  @Inject private Sql sql;

  /** For the container. */
  public BannerEvidence() {}

  /** Outside the server. */
  public BannerEvidence(Sql sql) {
    this.sql = sql;
  }

  /** The tiers of a banner as far as the log was read; empty before its first draw. */
  @PermitAll
  public List<Tier> tiers(String banner) {
    List<Kept> kept =
        sql.list(
            "select * from encore.banner_evidence where banner_code = ? order by place, weight_per_million",
            Kept::of,
            banner);
    Map<String, List<Kept>> byTier = new LinkedHashMap<>();
    kept.forEach(one -> byTier.computeIfAbsent(one.what(), what -> new ArrayList<>()).add(one));
    return byTier.entrySet().stream().map(tier -> tier(tier.getKey(), tier.getValue())).toList();
  }

  private static Tier tier(String what, List<Kept> kept) {
    List<Evidence> states = inOrderOfFirst(kept);
    return new Tier(
        what,
        states.stream().mapToLong(Evidence::trials).sum(),
        states.stream().mapToLong(Evidence::hits).sum(),
        states.stream().mapToDouble(Evidence::expected).sum(),
        Evidence.log(states),
        kept.stream().map(Kept::line).toList());
  }

  private static List<Evidence> inOrderOfFirst(List<Kept> kept) {
    return kept.stream()
        .sorted(java.util.Comparator.comparingLong(Kept::place))
        .map(Kept::evidence)
        .toList();
  }

  /** The evidence against all claims of a banner together, by draws. */
  @PermitAll
  public List<Point> points(String banner) {
    return sql.list(
        "select prizes, log_evidence from encore.banner_evidence_point where banner_code = ? order by prizes",
        row -> new Point(row.getLong(1), row.getDouble(2)),
        banner);
  }

  /** Banners whose claims were refuted, the latest first. */
  @RolesAllowed({fan.encore.account.Roles.ADMIN, fan.encore.account.Roles.SYSTEM})
  public List<Alarm> alarms() {
    return sql.list(
        "select * from encore.banner_alarm order by raised_at desc",
        row ->
            new Alarm(
                row.getString("banner_code"),
                row.getDouble("log_evidence"),
                row.getLong("log_index"),
                Sql.instant(row, "raised_at")));
  }

  /** A row of evidence. */
  record Kept(String what, String oddsHash, int weightPerMillion, long place, Evidence evidence) {

    static Kept of(ResultSet row) throws SQLException {
      int weight = row.getInt("weight_per_million");
      return new Kept(
          row.getString("what"),
          row.getString("odds_hash"),
          weight,
          row.getLong("place"),
          new Evidence(
              row.getLong("trials"),
              row.getLong("hits"),
              weight < 0 ? -1 : weight / (double) Rules.WHOLE,
              row.getDouble("expected"),
              (Double[]) row.getArray("logs").getArray()));
    }

    private Line line() {
      return new Line(
          what,
          weightPerMillion,
          evidence.trials(),
          evidence.hits(),
          evidence.expected(),
          evidence.logHere());
    }
  }
}
