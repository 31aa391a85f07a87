package fan.encore.gacha;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.Canonical;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the log's draws once, in their order, and keeps for every claimed chance how often it came
 * true. What was read is never read again, so the evidence cannot be helped by looking at a better
 * moment; when it refutes a banner's claims, administrators are told, once.
 */
@Stateless
@PermitAll
public class FairnessWatch {

  private static final int POINTS_PER_BANNER = 100;

  private record Read(long index, JsonObject body) {}

  @Inject private Sql sql;
  @Inject private FairnessAlarm alarm;
  @Inject private Clock clock;

  /** For the container. */
  public FairnessWatch() {}

  /** Outside the server. */
  public FairnessWatch(Sql sql, FairnessAlarm alarm, Clock clock) {
    this.sql = sql;
    this.alarm = alarm;
    this.clock = clock;
  }

  /**
   * Takes the next leaves into account, on one node at a time.
   *
   * @param most leaves at once
   * @return how many leaves there were; fewer than {@code most}: the end was reached
   */
  public int watch(int most) {
    Long next =
        sql.first(
                "select next_index from encore.evidence_progress for update skip locked",
                row -> row.getLong(1))
            .orElse(null);
    if (next == null) {
      return 0;
    }
    List<Read> leaves =
        sql.list(
            "select g.log_index, case when l.kind = 'draw' then l.body end as body"
                + " from encore.fairness_log g join encore.fairness_leaf l on l.id = g.leaf_id"
                + " where g.log_index >= ? and g.log_index < ? order by g.log_index",
            row -> new Read(row.getLong(1), parse(row.getString(2))),
            next,
            next + most);
    Map<String, EvidenceBook> books = new TreeMap<>();
    Map<Long, Rules> rules = new HashMap<>();
    for (Read leaf : leaves) {
      if (leaf.body() != null) {
        Rules published =
            rules.computeIfAbsent(
                leaf.body().getJsonNumber("oddsIndex").longValueExact(), this::rules);
        books
            .computeIfAbsent(leaf.body().getString("banner"), code -> new EvidenceBook(sql, code))
            .read(published, leaf.body());
      }
    }
    books.values().forEach(book -> close(book, next + leaves.size() - 1));
    sql.update("update encore.evidence_progress set next_index = next_index + ?", leaves.size());
    return leaves.size();
  }

  private void close(EvidenceBook book, long index) {
    book.keep(POINTS_PER_BANNER);
    if (book.log() >= Evidence.LOG_ALARM) {
      int first =
          sql.update(
              "insert into encore.banner_alarm (banner_code, log_evidence, log_index, raised_at)"
                  + " values (?, ?, ?, ?) on conflict do nothing",
              book.banner(),
              book.log(),
              index,
              clock.instant());
      if (first > 0) {
        alarm.tell(book.banner(), book.log());
      }
    }
  }

  private Rules rules(long index) {
    String body =
        sql.first(
                "select l.body from encore.fairness_log g join encore.fairness_leaf l on l.id = g.leaf_id"
                    + " where g.log_index = ? and l.kind = 'odds'",
                row -> row.getString(1),
                index)
            .orElseThrow();
    return Rules.parse(Canonical.write(parse(body).getJsonObject("rules")));
  }

  private static JsonObject parse(String body) {
    if (body == null) {
      return null;
    }
    try (var reader = JSON.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }
}
