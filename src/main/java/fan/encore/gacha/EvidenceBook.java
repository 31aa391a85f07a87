package fan.encore.gacha;

import fan.encore.shared.Sql;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The evidence about one banner while more is added to it. */
final class EvidenceBook {

  private record Claim(String what, String oddsHash, int weight) {}

  private final Sql sql;
  private final String banner;
  private final Map<Claim, Evidence> claims = new LinkedHashMap<>();
  private long prizes;

  EvidenceBook(Sql sql, String banner) {
    this.sql = sql;
    this.banner = banner;
    sql.list(
            "select * from encore.banner_evidence where banner_code = ? order by place",
            BannerEvidence.Kept::of,
            banner)
        .forEach(
            kept ->
                claims.put(
                    new Claim(kept.what(), kept.oddsHash(), kept.weightPerMillion()),
                    kept.evidence()));
    prizes =
        sql.number(
            "select coalesce(max(prizes), 0) from encore.banner_evidence_progress where banner_code = ?",
            banner);
  }

  String banner() {
    return banner;
  }

  /** Adds what a draw's leaf teaches. A draw against the rules is the replay's business. */
  void read(Rules rules, JsonObject leaf) {
    prizes += leaf.getInt("count");
    try {
      Trials.of(
          rules,
          leaf,
          (what, weight, whole, hit) -> {
            boolean fixed = whole == Rules.WHOLE && rules.design().box() == null;
            Claim claim = new Claim(what, rules.hash(), fixed ? (int) weight : -1);
            claims
                .computeIfAbsent(claim, first -> new Evidence())
                .observe(weight / (double) whole, hit);
          });
    } catch (DrawRefused against) {
      claims
          .computeIfAbsent(new Claim("rules", rules.hash(), 0), first -> new Evidence())
          .observe(0, true);
    }
  }

  /** Natural logarithm of the evidence against all claims together: the mean over the tiers. */
  double log() {
    Map<String, List<Evidence>> tiers = new LinkedHashMap<>();
    claims.forEach(
        (claim, evidence) ->
            tiers.computeIfAbsent(claim.what(), what -> new ArrayList<>()).add(evidence));
    return Evidence.logMean(tiers.values().stream().map(Evidence::log).toList());
  }

  /**
   * Writes everything back, and a point of the chart whenever there are about a hundredth more
   * prizes than at the last one.
   */
  void keep(int points) {
    int place = 0;
    for (Map.Entry<Claim, Evidence> entry : claims.entrySet()) {
      keep(entry.getKey(), entry.getValue(), place++);
    }
    sql.update(
        "insert into encore.banner_evidence_progress (banner_code, prizes) values (?, ?)"
            + " on conflict (banner_code) do update set prizes = excluded.prizes",
        banner,
        prizes);
    sql.update(
        "insert into encore.banner_evidence_point (banner_code, prizes, log_evidence) select ?, ?, ?"
            + " where ? > coalesce((select max(prizes) from encore.banner_evidence_point"
            + " where banner_code = ?), 0) * (1 + 1.0 / ?)",
        banner,
        prizes,
        log(),
        prizes,
        banner,
        points);
  }

  private void keep(Claim claim, Evidence evidence, int place) {
    sql.update(
        "insert into encore.banner_evidence (banner_code, odds_hash, what, weight_per_million, place,"
            + " trials, hits, expected, logs) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (banner_code, odds_hash, what, weight_per_million) do update set"
            + " trials = excluded.trials, hits = excluded.hits, expected = excluded.expected,"
            + " logs = excluded.logs",
        banner,
        claim.oddsHash(),
        claim.what(),
        claim.weight(),
        place,
        evidence.trials(),
        evidence.hits(),
        evidence.expected(),
        evidence.logs());
  }
}
