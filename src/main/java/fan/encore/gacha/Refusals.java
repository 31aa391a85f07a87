package fan.encore.gacha;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.BeforeCheckpoint;
import fan.encore.fairness.Canonical;
import fan.encore.fairness.Transparency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the log how many draws were refused and why. A refusal uses no number of a chain, so the
 * next try with the same seed has the same outcome; the count shows whether somebody refuses more
 * than there is reason for.
 */
@Stateless
@PermitAll
public class Refusals implements BeforeCheckpoint {

  private record Refused(String banner, String reason, long count) {}

  @Inject private Sql sql;
  @Inject private RefusalTally tally;
  @Inject private Transparency log;
  @Inject private Clock clock;

  /** For the container. */
  public Refusals() {}

  /** Outside the server. */
  public Refusals(Sql sql, RefusalTally tally, Transparency log, Clock clock) {
    this.sql = sql;
    this.tally = tally;
    this.log = log;
    this.clock = clock;
  }

  /** Adds what this node refused since the last time to what all nodes did. */
  private void keep() {
    Map<RefusalTally.Why, Long> counts = tally.take();
    if (counts.isEmpty()) {
      return;
    }
    List<Map.Entry<RefusalTally.Why, Long>> lines = List.copyOf(new TreeMap<>(counts).entrySet());
    sql.update(
        "insert into encore.draw_refusal as known (banner_code, reason, refused)"
            + " select * from unnest(?, ?, ?) on conflict (banner_code, reason)"
            + " do update set refused = known.refused + excluded.refused",
        lines.stream().map(line -> line.getKey().banner()).toArray(String[]::new),
        lines.stream().map(line -> line.getKey().reason()).toArray(String[]::new),
        lines.stream().map(Map.Entry::getValue).toArray(Long[]::new));
  }

  /** A leaf for every banner with refusals that the log does not know yet; counts are totals. */
  @Override
  public void announce() {
    keep();
    List<Refused> news =
        sql.list(
            "with news as (update encore.draw_refusal set announced = refused where banner_code in"
                + " (select banner_code from encore.draw_refusal where refused > announced)"
                + " returning banner_code, reason, refused)"
                + " select * from news order by banner_code, reason",
            row -> new Refused(row.getString(1), row.getString(2), row.getLong(3)));
    Map<String, JsonObjectBuilder> counts = new TreeMap<>();
    for (Refused one : news) {
      counts
          .computeIfAbsent(one.banner(), banner -> JSON.createObjectBuilder())
          .add(one.reason(), one.count());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    counts.forEach((banner, told) -> log.append("refusals", body(banner, told, now)));
  }

  private static String body(String banner, JsonObjectBuilder counts, Instant until) {
    return Canonical.write(
        JSON.createObjectBuilder()
            .add("banner", banner)
            .add("counts", counts)
            .add("until", until.toString())
            .build());
  }
}
