package fan.encore.wallet;

import java.util.Map;

/** The checks of {@link LedgerProof} that are about lots. */
final class LotProof {

  static void addTo(Map<String, String> checks) {
    checks.put(
        "lots_are_what_was_not_moved",
        """
          select coalesce(l.id, m.lot_id) from encore.lot l full join (
              select lot_id, sum(amount) as moved from encore.lot_movement group by lot_id) m on m.lot_id = l.id
           where l.id is null or l.remaining <> l.issued - coalesce(m.moved, 0)""");
    checks.put(
        "lots_are_the_balance",
        """
          select coalesce(b.account_id, l.purse_id) from (
              select b.account_id, b.balance from encore.ledger_balance b
                join encore.ledger_account a on a.id = b.account_id and a.owner_kind = 'fan'
                 and a.kind in ('paid', 'free', 'medal')) b
            full join (select purse_id, sum(remaining) as remaining from encore.lot group by purse_id) l
              on l.purse_id = b.account_id
           where coalesce(b.balance, 0) <> coalesce(l.remaining, 0)""");
    checks.put(
        "lots_follow_the_journal",
        """
          select coalesce(j.transaction_id, l.transaction_id) from (
              select g.transaction_id, g.account_id, sum(greatest(g.movement, 0)) as came,
                     sum(greatest(-g.movement, 0)) as went
                from encore.ledger_leg g join encore.ledger_account a on a.id = g.account_id
                 and a.owner_kind = 'fan' and a.kind in ('paid', 'free', 'medal')
               group by g.transaction_id, g.account_id) j
            full join (
              select transaction_id, purse_id, sum(came) as came, sum(went) as went from (
                  select transaction_id, purse_id, issued as came, 0 as went from encore.lot
                  union all
                  select m.transaction_id, l.purse_id, 0, m.amount
                    from encore.lot_movement m join encore.lot l on l.id = m.lot_id) x
               group by transaction_id, purse_id) l
              on l.transaction_id = j.transaction_id and l.purse_id = j.account_id
           where j.came is distinct from l.came or j.went is distinct from l.went""");
    checks.put(
        "locked_who_owes",
        """
        select p.id from encore.ledger_account p
          join encore.ledger_balance b on b.account_id = p.id
          left join encore.ledger_account o on o.address = 'fan:' || p.owner || ':owed:DIA'
          left join encore.ledger_balance d on d.account_id = o.id
         where p.owner_kind = 'fan' and p.kind = 'paid' and b.locked <> (coalesce(d.balance, 0) > 0)""");
    checks.put(
        "open_lots_have_something_left",
        "select id from encore.lot where is_open <> (remaining > 0)");
  }

  private LotProof() {}
}
