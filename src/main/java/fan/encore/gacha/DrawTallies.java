package fan.encore.gacha;

import fan.encore.gacha.DrawReplay.Finding;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts what draws gave against what collection, stock, ledger and log know of them. */
@Stateless
@PermitAll
public class DrawTallies {

  private static final String GRANTS =
      """
      select d.account_id || '/' || i.code, coalesce(c.granted, 0), count(*)
        from encore.draw d cross join unnest(d.items) as t (item_id) join encore.item i on i.id = t.item_id
        left join encore.collected_item c on c.account_id = d.account_id and c.item_id = t.item_id
       where d.account_id in (select account_id from encore.draw where drawn_at >= ? and drawn_at < ?)
       group by d.account_id, i.code, c.granted having coalesce(c.granted, 0) < count(*)
      """;

  private static final String STOCK =
      """
      select b.code || '/' || i.code, s.issued - s.remaining,
             (select count(*) from encore.draw d cross join unnest(d.items) as t (item_id)
               where d.banner_id = s.banner_id and t.item_id = s.item_id) as drawn
        from encore.banner_stock s join encore.banner b on b.id = s.banner_id join encore.item i on i.id = s.item_id
       where s.banner_id in (select banner_id from encore.draw where drawn_at >= ? and drawn_at < ?)
      """;

  private static final String LEDGER =
      """
      select x.reference from encore.ledger_transaction x
       where x.kind = 'gacha.draw' and x.posted_at >= ? and x.posted_at < ?
         and not exists (select from encore.draw d where d.ledger_transaction_id = x.id and d.code = x.reference)
      """;

  private static final String LEAVES =
      """
      select l.id::text from encore.fairness_leaf l
       where l.kind in ('draw', 'exchange') and l.created_at >= ? and l.created_at < ?
         and not exists (select from encore.draw d where d.code = l.body::json ->> 'code' and d.leaf_id = l.id)
      """;

  @Inject private Sql sql;

  /** For the container. */
  public DrawTallies() {}

  /** Outside the server. */
  public DrawTallies(Sql sql) {
    this.sql = sql;
  }

  /** What does not add up, of all that draws in a span of time touched. */
  public List<Finding> compare(Instant from, Instant to) {
    List<Finding> findings = new ArrayList<>();
    sql.list(
            GRANTS,
            row -> counted("grant-missing", row.getString(1), row.getLong(2), row.getLong(3)),
            from,
            to)
        .forEach(findings::add);
    sql
        .list(
            STOCK,
            row -> counted("stock-differs", row.getString(1), row.getLong(2), row.getLong(3)),
            from,
            to)
        .stream()
        .filter(finding -> !finding.why().isEmpty())
        .forEach(findings::add);
    sql.list(
            LEDGER,
            row -> new Finding(row.getString(1), "ledger-without-draw", "spent, and no draw"),
            from,
            to)
        .forEach(findings::add);
    sql.list(
            LEAVES,
            row -> new Finding(row.getString(1), "leaf-without-draw", "told, and no draw"),
            from,
            to)
        .forEach(findings::add);
    return findings;
  }

  private static Finding counted(String name, String subject, long is, long due) {
    return new Finding(subject, name, is == due ? "" : is + " instead of " + due);
  }
}
