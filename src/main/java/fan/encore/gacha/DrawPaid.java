package fan.encore.gacha;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Sql;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How a decided draw was paid, or why it could not be.
 *
 * @param place among the decided draws, from 0
 * @param transactionId the ledger's transaction, or null when nothing was spent
 * @param refusal code of the error, or null
 */
record DrawPaid(
    int place,
    Long transactionId,
    long freeSpent,
    long paidSpent,
    List<SpentLot> lots,
    String refusal) {

  /** Pays, writes and grants all that can be paid, in one round trip. */
  static List<DrawPaid> write(Sql sql, List<DecidedDraw> draws, Instant now) {
    List<Long> prizes = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      List<Long> items = draws.get(i).itemIds();
      prizes.addAll(items);
      of.addAll(java.util.Collections.nCopies(items.size(), i + 1));
    }
    return sql.list(
        "select * from encore.draw_commit(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        DrawPaid::of,
        numbers(draws, draw -> draw.wish().accountId()),
        numbers(draws, draw -> draw.start().chainId()),
        numbers(draws, draw -> draw.start().nonce()),
        texts(draws, DecidedDraw::code),
        texts(draws, draw -> draw.wish().wanted().idempotencyKey()),
        texts(draws, draw -> draw.wish().wanted().hash()),
        numbers(draws, draw -> draw.wish().banner().id()),
        numbers(draws, draw -> draw.wish().banner().oddsTableId()),
        texts(draws, draw -> draw.wish().kind()),
        draws.stream().map(draw -> draw.wish().wanted().count()).toArray(Integer[]::new),
        numbers(draws, draw -> draw.outcome().price()),
        draws.stream()
            .map(draw -> draw.wish().banner().rules().design().paidOnly())
            .toArray(Boolean[]::new),
        texts(draws, draw -> draw.wish().wanted().clientSeed()),
        texts(draws, draw -> draw.outcome().after().canonical()),
        prizes.toArray(Long[]::new),
        of.toArray(Integer[]::new),
        texts(draws, DecidedDraw::head),
        texts(draws, DecidedDraw::tail),
        now);
  }

  private static Long[] numbers(List<DecidedDraw> draws, Function<DecidedDraw, Long> number) {
    return draws.stream().map(number).toArray(Long[]::new);
  }

  private static String[] texts(List<DecidedDraw> draws, Function<DecidedDraw, String> text) {
    return draws.stream().map(text).toArray(String[]::new);
  }

  private static DrawPaid of(ResultSet row) throws SQLException {
    return new DrawPaid(
        row.getInt("n") - 1,
        Sql.nullableLong(row, "transaction_id"),
        row.getLong("free_spent"),
        row.getLong("paid_spent"),
        lots(row.getString("lots")),
        row.getString("refusal"));
  }

  /** Reads {@code [[lot, amount], ...]}. */
  static List<SpentLot> lots(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(
              lot ->
                  new SpentLot(lot.getJsonNumber(0).longValue(), lot.getJsonNumber(1).longValue()))
          .toList();
    }
  }
}
