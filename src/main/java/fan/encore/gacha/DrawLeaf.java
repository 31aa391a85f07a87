package fan.encore.gacha;

import fan.encore.fairness.Canonical;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the log says of a draw: a canonical JSON object in two pieces. Between them the database
 * writes the ledger's transaction and the lots, which it alone knows. Keys are in their order, so
 * nothing is sorted or parsed on the way.
 */
final class DrawLeaf {

  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private final StringBuilder text = new StringBuilder(700);

  private DrawLeaf() {}

  /** From {@code after} to {@code item}: what precedes {@code ledger}. */
  static String head(
      DrawWish wish, DrawStart start, Outcome outcome, String code, Play play, Instant at) {
    DrawPrizes wanted = wish.wanted();
    DrawLeaf leaf = new DrawLeaf();
    leaf.text.append('{');
    leaf.raw("after", outcome.after().canonical())
        .words("at", MICROS.format(at))
        .words("banner", wish.banner().code())
        .raw("before", start.state().canonical())
        .words("chain", start.commitment());
    if (wanted.chosen() == null) {
      leaf.words("clientSeed", wanted.clientSeed());
    }
    leaf.words("code", code);
    if (wanted.chosen() == null) {
      leaf.number("count", play.count())
          .number("day", play.day())
          .raw("free", Boolean.toString(play.free()));
    } else {
      leaf.words("item", wanted.chosen());
    }
    return leaf.text.append(',').toString();
  }

  /** From {@code market} to the end: what follows {@code lots}. */
  static String tail(
      DrawWish wish, DrawStart start, Outcome outcome, String market, Map<String, Long> stock) {
    DrawLeaf leaf = new DrawLeaf();
    leaf.words("market", market)
        .number("nonce", start.nonce())
        .words("odds", wish.banner().rules().hash())
        .number("oddsIndex", wish.banner().oddsIndex())
        .number("price", outcome.price())
        .list("prizes", outcome.items());
    if (!stock.isEmpty()) {
      leaf.numbers("stock", stock);
    }
    return leaf.text.append('}').toString();
  }

  private DrawLeaf raw(String key, String json) {
    if (text.length() > 1) {
      text.append(',');
    }
    Canonical.quote(text, key);
    text.append(':').append(json);
    return this;
  }

  private DrawLeaf number(String key, long value) {
    return raw(key, Long.toString(value));
  }

  private DrawLeaf words(String key, String value) {
    raw(key, "");
    Canonical.quote(text, value);
    return this;
  }

  private void list(String key, List<String> values) {
    raw(key, "[");
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",");
      Canonical.quote(text, values.get(i));
    }
    text.append(']');
  }

  private void numbers(String key, Map<String, Long> values) {
    String separator = "{";
    raw(key, "");
    for (Map.Entry<String, Long> value : new TreeMap<>(values).entrySet()) {
      Canonical.quote(text.append(separator), value.getKey());
      text.append(':').append(value.getValue());
      separator = ",";
    }
    text.append('}');
  }
}
