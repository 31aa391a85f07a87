package fan.encore.gacha;

import fan.encore.fairness.Transparency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Where the log tells of a draw and of its chain, for everybody who wants to check it. */
@Stateless
@PermitAll
public class DrawProofs {

  /** Leaves of a chain that are given at once. */
  public static final int MOST_LEAVES = 200;

  /**
   * A leaf with its path to the root of a tree.
   *
   * @param path hashes from the bottom up (RFC 6962, section 2.1.1)
   */
  public record Proven(long index, String kind, String body, List<byte[]> path) {}

  @Inject private Sql sql;
  @Inject private Transparency log;

  /** For the container. */
  public DrawProofs() {}

  /** Outside the server. */
  public DrawProofs(Sql sql, Transparency log) {
    this.sql = sql;
    this.log = log;
  }

  /**
   * The place of a draw's leaf, empty while it has none.
   *
   * @param code the public code on its receipt
   * @throws DrawNotFound if there is no such draw
   */
  public Optional<Long> indexOf(String code) {
    return sql.first(
            "select g.log_index from encore.draw d left join encore.fairness_log g on g.leaf_id = d.leaf_id"
                + " where d.code = ?",
            row -> Optional.ofNullable(Sql.nullableLong(row, "log_index")),
            code)
        .orElseThrow(DrawNotFound::new);
  }

  /**
   * Everything that the log tells of a chain: its promise, its draws, its seed. At most {@link
   * #MOST_LEAVES} at once, in the order of the log.
   *
   * @param commitment of the chain's seed
   * @param from place of the first leaf that is wanted
   * @param size leaves of the tree that the paths lead to
   */
  public List<Proven> chain(String commitment, long from, long size) {
    return sql.list(
        "select g.log_index, l.kind, l.body from"
            + " (select d.leaf_id as id from encore.draw_chain c"
            + " join encore.draw d on d.chain_id = c.id where c.commitment = ?"
            + " union all select f.id from encore.fairness_leaf f"
            + " where f.kind in ('seed-committed', 'seed-revealed') and substr(f.body, 11, 64) = ?) told"
            + " join encore.fairness_leaf l on l.id = told.id"
            + " join encore.fairness_log g on g.leaf_id = l.id"
            + " where g.log_index >= ? and g.log_index < ? order by g.log_index limit ?",
        row ->
            new Proven(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                log.inclusion(row.getLong(1), size)),
        commitment,
        commitment,
        from,
        size,
        MOST_LEAVES);
  }
}
