package fan.encore.fairness;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** One step of the sequencer: places, subtrees and checkpoint in one transaction, or nothing. */
@Stateless
@PermitAll
public class Sequencing {

  /** Leaves that get their places in one transaction, at most. */
  public static final int MOST = 10_000;

  /** Of {@code pg_try_advisory_xact_lock}: held by the one sequencer of the cluster. */
  private static final long LOCK = 0x656e636f7265L;

  private record Place(long index, byte[] hash) {}

  @Inject private Sql sql;
  @Inject private Transparency log;
  @Inject private LogKeys keys;
  @Inject private Clock clock;

  /** For the container. */
  public Sequencing() {}

  /** Outside the server; all calls must share one transaction of the connection pool. */
  public Sequencing(Sql sql, Transparency log, LogKeys keys, Clock clock) {
    this.sql = sql;
    this.log = log;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Gives places to committed leaves and signs the tree that they make. Does nothing while another
   * node does it.
   *
   * @return how many leaves got a place; {@link #MOST} when more may be waiting
   */
  public int step() {
    return step(MOST);
  }

  /**
   * As {@link #step()}, with a smaller piece.
   *
   * @param most 1 to {@link #MOST} leaves
   * @return how many leaves got a place
   */
  public int step(int most) {
    boolean alone =
        sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
            .orElse(false);
    if (!alone) {
      return 0;
    }
    List<SigningKey> signing = keys.signing(log);
    List<Place> places =
        sql.list(
            "select log_index, hash from encore.sequence_leaves(?)",
            row -> new Place(row.getLong(1), row.getBytes(2)),
            most);
    if (!places.isEmpty()) {
      long size = places.get(places.size() - 1).index() + 1;
      checkpoint(size, grow(places), signing);
    }
    return places.size();
  }

  /** Adds the leaves to the tree, keeps the subtrees that they complete, and gives the root. */
  private byte[] grow(List<Place> places) {
    GrowingTree tree = log.grown(places.get(0).index());
    places.forEach(place -> tree.add(place.hash()));
    List<GrowingTree.Subtree> made = tree.completed();
    HexFormat hex = HexFormat.of();
    sql.update(
        "insert into encore.fairness_node (level, node_index, hash)"
            + " select n.level, n.node_index, decode(n.hash, 'hex')"
            + " from unnest(?, ?, ?) n (level, node_index, hash)",
        made.stream().map(GrowingTree.Subtree::level).toArray(Integer[]::new),
        made.stream().map(GrowingTree.Subtree::index).toArray(Long[]::new),
        made.stream().map(subtree -> hex.formatHex(subtree.hash())).toArray(String[]::new));
    return tree.root();
  }

  private void checkpoint(long size, byte[] root, List<SigningKey> signing) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String text = Checkpoint.text(keys.origin(), size, root);
    sql.update(
        "insert into encore.fairness_checkpoint (tree_size, root, note, signed_at) values (?, ?, ?, ?)",
        size,
        root,
        SignedNote.of(text, signing).with(List.of()),
        now);
  }
}
