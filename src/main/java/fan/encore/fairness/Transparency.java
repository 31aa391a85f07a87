package fan.encore.fairness;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The transparency log: what core features write to, and what everybody may read. */
@Stateless
@PermitAll
public class Transparency {

  /** Leaves that can be read at once. */
  public static final int MOST_LEAVES = 1_000;

  private static final String LEAF =
      "select l.id, g.log_index, l.kind, l.body, l.created_at from encore.fairness_leaf l";

  private static final byte[] UNKNOWN = new byte[MerkleTree.HASH_BYTES];

  /** Of a complete subtree; level 0 are the leaves. */
  private record Place(int level, long index) {}

  @Inject private Sql sql;

  /** For the container. */
  public Transparency() {}

  /** Outside the server. */
  public Transparency(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds a leaf in the caller's transaction; it gets its place soon after that is committed.
   *
   * @param kind such as {@code odds}
   * @param body canonical JSON without anything personal: it is public at once
   * @return the leaf's number, which is not its place
   */
  public long append(String kind, String body) {
    return sql.number("select encore.log_leaf(?, ?)", kind, body);
  }

  /** The leaf with this number. */
  public Optional<Leaf> leaf(long leafId) {
    return sql.first(
        LEAF + " left join encore.fairness_log g on g.leaf_id = l.id where l.id = ?",
        Transparency::leaf,
        leafId);
  }

  /** The place of a leaf, empty while it has none. */
  public Optional<Long> indexOf(long leafId) {
    return sql.first(
        "select log_index from encore.fairness_log where leaf_id = ?",
        row -> row.getLong(1),
        leafId);
  }

  /**
   * Leaves in their order.
   *
   * @param from place of the first, from 0
   * @param count at most {@link #MOST_LEAVES}
   */
  public List<Leaf> leaves(long from, int count) {
    return sql.list(
        LEAF
            + " join encore.fairness_log g on g.leaf_id = l.id"
            + " where g.log_index >= ? and g.log_index < ? order by g.log_index",
        Transparency::leaf,
        from,
        from + Math.max(0, Math.min(count, MOST_LEAVES)));
  }

  /** The newest checkpoint, empty before the first. */
  public Optional<Checkpoint> latest() {
    return sql.first(
        "select * from encore.fairness_checkpoint order by tree_size desc limit 1",
        Transparency::checkpoint);
  }

  /**
   * The checkpoint of this size.
   *
   * @throws NotInLog if none was signed at it
   */
  public Checkpoint at(long size) {
    return sql.first(
            "select * from encore.fairness_checkpoint where tree_size = ?",
            Transparency::checkpoint,
            size)
        .orElseThrow(NotInLog::new);
  }

  /**
   * The audit path of a leaf.
   *
   * @throws NotInLog if there is no such leaf or no such tree
   */
  public List<byte[]> inclusion(long index, long size) {
    within(size, size());
    within(index, size - 1);
    return proof(nodes -> new MerkleTree(nodes).inclusion(index, size));
  }

  /**
   * The proof that the tree of one size is the beginning of another.
   *
   * @throws NotInLog if there are no such trees
   */
  public List<byte[]> consistency(long first, long second) {
    within(second, size());
    within(first, second);
    return proof(nodes -> new MerkleTree(nodes).consistency(first, second));
  }

  /** How many leaves have their place. */
  public long size() {
    return latest().map(Checkpoint::size).orElse(0L);
  }

  /**
   * Leaves that were written before this moment and still have no place: the sequencer does not
   * run, or a transaction that was written to the log is kept open.
   */
  public Backlog backlog(Instant before) {
    return sql.first(
            """
            select count(*) as leaves, min(l.created_at) as oldest
              from encore.fairness_progress p join encore.fairness_leaf l on l.id > p.settled
             where l.created_at < ? and not exists (
                     select from encore.fairness_log g where g.leaf_id = l.id)
            """,
            row -> new Backlog(row.getLong("leaves"), Sql.instant(row, "oldest")),
            before)
        .orElseThrow();
  }

  private static void within(long number, long most) {
    if (number < 0 || number > most) {
      throw new NotInLog();
    }
  }

  /** The tree of so many leaves, ready to grow. */
  public GrowingTree grown(long size) {
    return proof(nodes -> new GrowingTree(size, nodes));
  }

  /** Computes twice: first to learn which hashes it takes, then with all of them read at once. */
  private <T> T proof(Function<MerkleTree.Nodes, T> computation) {
    Set<Place> needed = new LinkedHashSet<>();
    computation.apply(
        (level, index) -> {
          needed.add(new Place(level, index));
          return UNKNOWN;
        });
    Map<Place, byte[]> read = new HashMap<>();
    sql.list(
        """
        select n.level, n.node_index, n.hash from unnest(?, ?) as p (level, node_index)
          join encore.fairness_node n on n.level = p.level and n.node_index = p.node_index
        union all
        select p.level, g.log_index, l.hash from unnest(?, ?) as p (level, node_index)
          join encore.fairness_log g on g.log_index = p.node_index and p.level = 0
          join encore.fairness_leaf l on l.id = g.leaf_id
        """,
        row -> read.put(new Place(row.getInt(1), row.getLong(2)), row.getBytes(3)),
        levels(needed),
        indexes(needed),
        levels(needed),
        indexes(needed));
    return computation.apply(
        (level, index) ->
            Optional.ofNullable(read.get(new Place(level, index))).orElseThrow(NotInLog::new));
  }

  private static Integer[] levels(Set<Place> places) {
    return places.stream().map(Place::level).toArray(Integer[]::new);
  }

  private static Long[] indexes(Set<Place> places) {
    return places.stream().map(Place::index).toArray(Long[]::new);
  }

  private static Leaf leaf(ResultSet row) throws SQLException {
    return new Leaf(
        row.getLong("id"),
        Sql.nullableLong(row, "log_index"),
        row.getString("kind"),
        row.getString("body"),
        Sql.instant(row, "created_at"));
  }

  private static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getLong("tree_size"),
        row.getBytes("root"),
        row.getString("note"),
        Sql.instant(row, "signed_at"));
  }
}
