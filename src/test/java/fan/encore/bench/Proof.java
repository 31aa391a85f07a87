package fan.encore.bench;

import fan.encore.shared.Sql;
import fan.encore.wallet.LedgerCheck;
import fan.encore.wallet.LedgerProof;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Whether everything is in order after the load: each question must find nothing. */
final class Proof {

  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(
        "tickets that are held and no reservation says so, or the other way round",
        "select count(*) from encore.ticket_stock s where held <> coalesce((select sum(l.quantity)"
            + " from encore.reservation_line l join encore.ticket_reservation r"
            + " on r.id = l.reservation_id and r.status = 'HELD'"
            + " where l.ticket_type_id = s.ticket_type_id), 0)");
    QUESTIONS.put(
        "tickets that are sold and no paid order says so, or the other way round",
        "select count(*) from encore.ticket_stock s where sold <> coalesce((select sum(l.quantity - l.refunded)"
            + " from encore.order_line l join encore.ticket_order o"
            + " on o.id = l.order_id and o.status = 'PAID'"
            + " where l.ticket_type_id = s.ticket_type_id), 0)");
    QUESTIONS.put(
        "quotas that do not count what their ticket types count",
        "select count(*) from encore.quota q where (q.held, q.sold) <>"
            + " (select coalesce(sum(s.held), 0), coalesce(sum(s.sold), 0) from encore.ticket_stock s"
            + " join encore.quota_type m on m.ticket_type_id = s.ticket_type_id"
            + " where m.quota_id = q.id)");
    QUESTIONS.put(
        "promo codes that do not count what live holds and orders have of them",
        "select count(*) from encore.promo_code p where (p.uses, p.spent_minor) <>"
            + " (select count(*), coalesce(sum(u.spent_minor), 0) from encore.promo_use u"
            + " where u.promo_code_id = p.id)");
    QUESTIONS.put(
        "paid orders without their tickets",
        "select count(*) from encore.ticket_order o where status = 'PAID' and"
            + " (select coalesce(sum(quantity), 0) from encore.order_line l where l.order_id = o.id"
            + " and not exists (select from encore.order_line p where p.order_id = o.id"
            + " and p.part_of = l.ticket_type_id))"
            + " <> (select count(*) from encore.ticket t where t.order_id = o.id)");
    QUESTIONS.put(
        "draws that were not paid, or not with what they say",
        "select count(*) from encore.draw d where free_spent + paid_spent <>"
            + " (select coalesce(sum(amount), 0) from encore.ledger_transfer t"
            + " where t.transaction_id = d.ledger_transaction_id)");
    QUESTIONS.put(
        "chains whose draws are not as many as their next number says",
        "select count(*) from encore.draw_chain c where next_nonce <>"
            + " (select count(*) from encore.draw d where d.chain_id = c.id)");
    QUESTIONS.put(
        "fans who own other prizes than they drew",
        "select count(*) from (select d.account_id, p.item_id, count(*) as n from encore.draw d"
            + " cross join unnest(d.items) as p (item_id) group by 1, 2) d"
            + " left join encore.collected_item c using (account_id, item_id)"
            + " where c.granted is distinct from d.n");
    QUESTIONS.put(
        "shared prizes of which more were drawn than there were, or other than the stock says",
        "select count(*) from encore.banner_stock s where s.issued - s.remaining <>"
            + " (select count(*) from encore.draw d cross join unnest(d.items) as p (item_id)"
            + " where d.banner_id = s.banner_id and p.item_id = s.item_id)");
  }

  private Proof() {}

  static boolean holds(DataSource database) {
    Sql sql = new Sql(database);
    boolean holds = true;
    for (LedgerCheck check : new LedgerProof(sql).prove()) {
      if (!check.holds()) {
        System.out.println("Broken: the ledger's " + check);
        holds = false;
      }
    }
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      long found = sql.number(question.getValue());
      if (found > 0) {
        System.out.println("Broken: " + found + " " + question.getKey());
        holds = false;
      }
    }
    System.out.println(
        holds ? "Ledger, stock, orders and draws agree." : "Something is not in order.");
    return holds;
  }
}
