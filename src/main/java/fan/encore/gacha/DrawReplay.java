package fan.encore.gacha;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.SeedStream;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides draws again with the engine and compares them with everything that was written about
 * them: leaf, ledger, lots, collection and stock, one to one.
 */
@Stateless
@PermitAll
public class DrawReplay {

  /**
   * Something that does not agree.
   *
   * @param subject the draw's code, or what else it is about
   * @param name as the verifiers call it, such as {@code draw-tampered}
   */
  public record Finding(String subject, String name, String why) {}

  private static final String DRAWS =
      """
      select d.code, d.kind, d.quantity, d.nonce, d.client_seed, d.free_spent + d.paid_spent as spent, c.commitment, c.server_seed,
             o.canonical, l.body,
             coalesce((select p.body::json ->> 'after' from encore.draw e join encore.fairness_leaf p on p.id = e.leaf_id
                        where e.chain_id = c.id and e.nonce = d.nonce - 1),
                      (select p.state from encore.draw_chain p where p.commitment = c.previous and d.nonce = 0), '{}') as due,
             (select json_agg(i.code order by t.slot)::text from unnest(d.items) with ordinality as t (item_id, slot)
                join encore.item i on i.id = t.item_id) as prizes,
             (select coalesce(sum(t.amount), 0) from encore.ledger_transaction x join encore.ledger_transfer t on t.transaction_id = x.id
               where x.id = d.ledger_transaction_id and x.kind = 'gacha.draw' and x.reference = d.code and t.currency = 'DIA') as booked,
             (select coalesce(sum(m.amount), 0) from encore.lot_movement m where m.transaction_id = d.ledger_transaction_id) as taken
        from unnest(?) as w (id)
        join encore.draw d on d.id = w.id
        join encore.draw_chain c on c.id = d.chain_id
        join encore.odds_table o on o.id = d.odds_table_id
        left join encore.fairness_leaf l on l.id = d.leaf_id
       order by d.id
      """;

  /** A draw with what was written about it. */
  private record Written(
      String code,
      String kind,
      int quantity,
      long nonce,
      String clientSeed,
      long spent,
      String commitment,
      byte[] seed,
      String rules,
      String body,
      String due,
      String prizes,
      long booked,
      long taken) {}

  @Inject private Sql sql;

  /** For the container. */
  public DrawReplay() {}

  /** Outside the server. */
  public DrawReplay(Sql sql) {
    this.sql = sql;
  }

  /**
   * Numbers of draws in a span of time, rising.
   *
   * @param after the last number seen, 0 at first
   */
  public List<Long> numbers(Instant from, Instant to, long after, int atOnce) {
    return sql.list(
        "select id from encore.draw where drawn_at >= ? and drawn_at < ? and id > ? order by id limit ?",
        row -> row.getLong(1),
        from,
        to,
        after,
        atOnce);
  }

  /** What is wrong with these draws, each by itself. */
  public List<Finding> replay(List<Long> draws) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Rules> known = new HashMap<>();
    for (Written draw : written(draws)) {
      if (draw.body() == null) {
        findings.add(new Finding(draw.code(), "leaf-missing", "no leaf tells of it"));
      } else {
        compare(known.computeIfAbsent(draw.rules(), Rules::parse), draw, findings);
      }
    }
    return findings;
  }

  private List<Written> written(List<Long> draws) {
    return sql.list(
        DRAWS,
        row ->
            new Written(
                row.getString("code"),
                row.getString("kind"),
                row.getInt("quantity"),
                row.getLong("nonce"),
                row.getString("client_seed"),
                row.getLong("spent"),
                row.getString("commitment"),
                row.getBytes("server_seed"),
                row.getString("canonical"),
                row.getString("body"),
                row.getString("due"),
                row.getString("prizes"),
                row.getLong("booked"),
                row.getLong("taken")),
        (Object) draws.toArray(Long[]::new));
  }

  private static void compare(Rules rules, Written draw, List<Finding> findings) {
    JsonObject leaf = object(draw.body());
    Check check = new Check(draw.code(), findings);
    check.same("odds-changed", leaf.getString("odds"), rules.hash());
    check.same("seed-mismatch", leaf.getString("chain"), draw.commitment());
    check.same("seed-mismatch", SeedStream.commitment(draw.seed()), draw.commitment());
    check.same("draw-tampered", leaf.getString("code"), draw.code());
    check.same("seed-mismatch", leaf.getString("clientSeed", draw.clientSeed()), draw.clientSeed());
    check.same("nonce-gap", leaf.getJsonNumber("nonce").toString(), Long.toString(draw.nonce()));
    State before = State.of(leaf.getJsonObject("before"));
    check.same("state-tampered", before, State.of(object(draw.due())));
    check.same("draw-tampered", leaf.getJsonArray("prizes"), array(draw.prizes()));
    check.same("ledger-differs", draw.booked(), draw.spent());
    check.same("lots-differ", draw.taken(), draw.spent());
    try {
      Outcome again = again(rules, leaf, before, draw);
      check.same(
          "draw-tampered", JSON.createArrayBuilder(again.items()).build(), array(draw.prizes()));
      check.same("draw-tampered", again.price(), draw.spent());
      check.same("state-tampered", State.of(leaf.getJsonObject("after")), again.after());
    } catch (DrawRefused against) {
      findings.add(new Finding(draw.code(), "draw-tampered", against.code()));
    }
  }

  private static Outcome again(Rules rules, JsonObject leaf, State before, Written draw) {
    Stock stock = stock(leaf);
    if (draw.kind().equals("POINTS")) {
      return Engine.exchange(rules, before, stock, leaf.getString("item"));
    }
    long day = leaf.getJsonNumber("day").longValueExact();
    return Engine.draw(
        rules,
        before,
        stock,
        new Play(draw.quantity(), draw.kind().equals("FREE"), day),
        new SeedStream(draw.seed(), draw.clientSeed(), draw.nonce()));
  }

  private static Stock stock(JsonObject leaf) {
    if (!leaf.containsKey("stock")) {
      return Stock.NONE;
    }
    return new Stock(
        leaf.getJsonObject("stock").entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, left -> ((JsonNumber) left.getValue()).longValueExact())));
  }

  private static JsonObject object(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static JsonArray array(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** Finds what differs in one draw. */
  private record Check(String code, List<Finding> findings) {
    private void same(String name, Object is, Object due) {
      if (!is.equals(due)) {
        findings.add(new Finding(code, name, is + " instead of " + due));
      }
    }
  }
}
