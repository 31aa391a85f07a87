package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Everything that a draw can be checked with, besides the list of entrants itself.
 *
 * @param commitment SHA-256 of the seed, hexadecimal
 * @param openedIndex place in the log of the commitment to the seed; null until it has one
 * @param hash SHA-256 of the list of entrants; null until it is committed
 * @param entrantsIndex place in the log of the commitment to the entrants; null until it has one
 * @param seed hexadecimal; null until the draw
 * @param drawnIndex place in the log of the draw with the seed; null until it has one
 */
public record QueueProof(
    String algorithm,
    String commitment,
    Long openedIndex,
    String hash,
    int entrants,
    Long entrantsIndex,
    String seed,
    Long drawnIndex) {

  static Optional<QueueProof> read(Sql sql, long eventId) {
    return sql.first(
        "select w.commitment, w.seed, w.status, w.drawn_leaf, w.entrants, d.hash,"
            + " o.log_index as opened_index, n.log_index as entrants_index,"
            + " r.log_index as drawn_index from encore.waiting_room w"
            + " left join encore.queue_draw d on d.event_id = w.event_id"
            + " left join encore.fairness_log o on o.leaf_id = w.opened_leaf"
            + " left join encore.fairness_log n on n.leaf_id = w.entrants_leaf"
            + " left join encore.fairness_log r on r.leaf_id = w.drawn_leaf where w.event_id = ?",
        row -> {
          boolean drawn = Sql.nullableLong(row, "drawn_leaf") != null;
          return new QueueProof(
              QueueOrder.VERSION,
              row.getString("commitment"),
              Sql.nullableLong(row, "opened_index"),
              row.getString("hash"),
              row.getInt("entrants"),
              Sql.nullableLong(row, "entrants_index"),
              drawn ? HexFormat.of().formatHex(row.getBytes("seed")) : null,
              Sql.nullableLong(row, "drawn_index"));
        },
        eventId);
  }
}
