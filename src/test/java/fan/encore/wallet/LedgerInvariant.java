package fan.encore.wallet;

import fan.encore.wallet.LedgerHouse.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The fifteen invariants of the Ledger Conformance Kit
 * (github.com/technomorphcorporation/ledger-conformance-kit), asked of our ledger through its
 * public services. Those that look at the whole journal come first.
 */
enum LedgerInvariant {
  I01_BALANCED_PER_CURRENCY {
    @Override
    boolean holds(LedgerHouse house) {
      long fan = house.fanWith(30);
      AccountRef suspense = AccountRef.suspense("PAY-" + fan, "JPY");
      AccountRef clearing = AccountRef.clearing("sandbox", "JPY");
      house.ledger.post(
          Posting.of(
              "test.capture",
              "capture:" + fan,
              "test",
              Transfer.of(clearing, suspense, 1000),
              Transfer.of(AccountRef.fees("sandbox", "JPY"), clearing, 36)));
      house.ledger.post(
          Posting.of(
              "test.sale",
              "sale:" + fan,
              "test",
              Transfer.of(suspense, AccountRef.revenue("diamonds", "JPY"), 1000),
              Transfer.of(AccountRef.diamondsIssued("test"), AccountRef.paidDiamonds(fan), 60)));
      house.wallets.spend(fan, 30, "test.draw", "draw:" + fan, "test");
      return house.proves("balanced");
    }
  },

  I03_HASH_CHAIN {
    @Override
    boolean holds(LedgerHouse house) throws Exception {
      long fan = house.fanWith(10);
      long forged = house.take(fan, 2, "take:1:" + fan);
      house.take(fan, 3, "take:2:" + fan);
      return house.proves("chained")
          && !house.tamperedProof(
              "chained",
              "update encore.ledger_transfer set amount = 1 where transaction_id = " + forged,
              "update encore.ledger_transfer l set debit_hash = encore.ledger_link(p.credit_hash, t.digest,"
                  + " t.posted_at, l.line, -l.amount, l.debit_sequence, l.debit_balance)"
                  + " from encore.ledger_transaction t, encore.ledger_transfer p where t.id = "
                  + forged
                  + " and l.transaction_id = t.id and p.credit_account_id = l.debit_account_id"
                  + " and p.credit_sequence = l.debit_sequence - 1");
    }
  },

  I08_BALANCE_IS_JOURNAL {
    @Override
    boolean holds(LedgerHouse house) {
      long fan = house.fanWith(10);
      house.take(fan, 4, "take:" + fan);
      boolean before = house.proves("balance_is_journal");
      try {
        house.sql.update(
            "update encore.ledger_balance set balance = balance + 5 where account_id ="
                + " (select id from encore.ledger_account where address = ?)",
            AccountRef.freeDiamonds(fan).address());
      } catch (RuntimeException refused) {
        return before && house.free(fan) == 6;
      }
      return before && house.proves("balance_is_journal");
    }
  },

  I13_REBUILD_FROM_LOG {
    @Override
    boolean holds(LedgerHouse house) {
      long fan = house.fanWith(100);
      for (int i = 1; i <= 5; i++) {
        house.take(fan, i, "take:" + i + ":" + fan);
        house.wallets.grantPaid(fan, 10L * i, "test.buy", "buy:" + i + ":" + fan, "test");
      }
      house.wallets.spend(fan, 90, "test.draw", "draw:" + fan, "test");
      return rebuilt(house, AccountRef.freeDiamonds(fan))
          && rebuilt(house, AccountRef.paidDiamonds(fan));
    }
  },

  I14_ORDER_MONOTONIC {
    @Override
    boolean holds(LedgerHouse house) throws Exception {
      long fan = house.fanWith(100);
      LedgerHouse.race(8, () -> house.take(fan, 1, "take:" + Math.random()));
      return house.proves("in_order");
    }
  },

  I02_APPEND_ONLY {
    @Override
    boolean holds(LedgerHouse house) {
      house.fanWith(1);
      boolean refused = true;
      for (String table : List.of("ledger_transfer", "ledger_transaction", "ledger_account")) {
        String column = table.equals("ledger_transaction") ? "kind" : "currency";
        for (boolean owner : new boolean[] {true, false}) {
          refused &= house.refuses(owner, "update encore." + table + " set " + column + " = 'x'");
          refused &= house.refuses(owner, "delete from encore." + table);
          refused &= house.refuses(owner, "truncate encore." + table + " cascade");
        }
        refused &= house.refuses(false, "insert into encore." + table + " default values");
      }
      return refused && house.refuses(true, "delete from encore.ledger_balance");
    }
  },

  I04_DUPLICATE_IS_NO_OP {
    @Override
    boolean holds(LedgerHouse house) {
      long fan = house.fanWith(10);
      long first = house.take(fan, 2, "take:" + fan);
      boolean same = house.take(fan, 2, "take:" + fan) == first;
      Spent spent = house.wallets.spend(fan, 3, "test.draw", "draw:" + fan, "test");
      same &= house.wallets.spend(fan, 3, "test.draw", "draw:" + fan, "test").equals(spent);
      boolean refused = refused(KeyPostedBefore.class, () -> house.take(fan, 1, "take:" + fan));
      return same && refused && house.free(fan) == 5;
    }
  },

  I05_CONCURRENT_DUPLICATES_COLLAPSE {
    @Override
    boolean holds(LedgerHouse house) throws Exception {
      long fan = house.fanWith(1);
      house.connect(64);
      fee(house, "first:" + fan);
      List<Run<Long>> houses = LedgerHouse.race(64, () -> fee(house, "fee:" + fan));
      List<Run<Long>> fans =
          LedgerHouse.race(
              64, () -> house.wallets.grantFree(fan, 2, "test.gift", "again:" + fan, "test"));
      return one(houses) && one(fans) && house.free(fan) == 3;
    }

    private long fee(LedgerHouse house, String key) {
      Transfer fee =
          Transfer.of(AccountRef.fees("sandbox", "USD"), AccountRef.clearing("sandbox", "USD"), 5);
      return house.ledger.post(Posting.of("test.fee", key, "test", fee));
    }
  },

  I06_NO_LOST_UPDATE {
    @Override
    boolean holds(LedgerHouse house) throws Exception {
      long fan = house.fanWith(1);
      List<Run<Long>> runs =
          LedgerHouse.together(
              16,
              calls(500, i -> house.wallets.grantFree(fan, 1, "test.gift", fan + ":" + i, "test")));
      return none(runs) && house.free(fan) == 501;
    }
  },

  I07_VALUE_CONSERVED {
    @Override
    boolean holds(LedgerHouse house) throws Exception {
      List<Long> circle = IntStream.range(0, 8).mapToObj(i -> house.fanWith(1000)).toList();
      AccountRef transit = AccountRef.diamondsIssued("transit");
      Random random = new Random(20261121);
      List<Callable<Long>> transfers = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int from = random.nextInt(8);
        AccountRef giver = AccountRef.freeDiamonds(circle.get(from));
        AccountRef taker = AccountRef.freeDiamonds(circle.get((from + 1 + random.nextInt(7)) % 8));
        long amount = 1 + random.nextInt(3);
        String key = "circle:" + circle.get(0) + ":" + i;
        transfers.add(
            () ->
                house.ledger.post(
                    Posting.of(
                        "test.present",
                        key,
                        "test",
                        Transfer.of(giver, transit, amount),
                        Transfer.of(transit, taker, amount))));
      }
      return none(LedgerHouse.together(8, transfers))
          && circle.stream().mapToLong(house::free).sum() == 8000;
    }
  },

  I09_NO_OVERDRAFT {
    @Override
    boolean holds(LedgerHouse house) throws Exception {
      long fan = house.fanWith(10);
      List<Run<Long>> takes =
          LedgerHouse.together(20, calls(20, i -> house.take(fan, 1, "drain:" + i + ":" + fan)));
      long rich = house.fanWith(10);
      List<Run<Spent>> draws =
          LedgerHouse.together(
              20,
              calls(20, i -> house.wallets.spend(rich, 1, "test.draw", "s" + i + ":" + rich, "t")));
      return tenOfTwenty(takes)
          && tenOfTwenty(draws)
          && house.free(fan) == 0
          && house.free(rich) == 0;
    }
  },

  I10_NO_PRECISION_DRIFT {
    @Override
    boolean holds(LedgerHouse house) {
      long beyondDoubles = (1L << 53) + 1;
      long fan = house.fanWith(beyondDoubles);
      for (int i = 0; i < 1000; i++) {
        house.wallets.grantFree(fan, 1, "test.gift", fan + ":" + i, "test");
      }
      return house.free(fan) == beyondDoubles + 1000;
    }
  },

  I11_CURRENCIES_NOT_MIXED {
    @Override
    boolean holds(LedgerHouse house) {
      AccountRef yen = AccountRef.clearing("sandbox", "JPY");
      AccountRef dollars = AccountRef.revenue("tickets", "USD");
      AccountRef yenRevenue = AccountRef.revenue("tickets", "JPY");
      return refused(PostingRefused.class, () -> post(house, new Transfer(yen, dollars, "JPY", 1)))
          && refused(PostingRefused.class, () -> post(house, new Transfer(yen, dollars, "USD", 1)))
          && refused(
              PostingRefused.class, () -> post(house, new Transfer(yen, yenRevenue, "USD", 1)))
          && post(house, new Transfer(yen, yenRevenue, "JPY", 1)) > 0;
    }

    private long post(LedgerHouse house, Transfer transfer) {
      return house.ledger.post(
          Posting.of("test.mixed", "mixed:" + LedgerHouse.fan(), "test", transfer));
    }
  },

  I12_REVERSAL_IS_COMPENSATION {
    @Override
    boolean holds(LedgerHouse house) {
      long fan = house.fanWith(10);
      long wrong = house.wallets.grantFree(fan, 7, "test.gift", "wrong:" + fan, "test");
      List<Transfer> before = house.ledger.transfers(wrong);
      long undone = house.ledger.reverse(wrong, "test.undo", "undo:" + fan);
      return undone != wrong
          && house.free(fan) == 10
          && house.ledger.transfers(wrong).equals(before)
          && house.sql.number(
                  "select count(*) from encore.ledger_transaction where id in (?, ?)",
                  wrong,
                  undone)
              == 2
          && house.ledger.reverse(wrong, "test.undo", "undo:" + fan) == undone
          && house.free(fan) == 10;
    }
  },

  I15_REFUSED_DUPLICATE_IS_NOT_APPLIED {
    @Override
    boolean holds(LedgerHouse house) {
      long fan = house.fanWith(5);
      Callable<Spent> draw =
          () -> house.wallets.spend(fan, 8, "test.draw", "refused:" + fan, "test");
      boolean refused = refused(BalanceTooLow.class, draw) && refused(BalanceTooLow.class, draw);
      boolean nothing =
          house.free(fan) == 5
              && house.sql.number(
                      "select count(*) from encore.ledger_transaction where posting_key = ?",
                      "refused:" + fan)
                  == 0;
      house.wallets.grantFree(fan, 5, "test.gift", "more:" + fan, "test");
      house.wallets.spend(fan, 8, "test.draw", "refused:" + fan, "test");
      return refused && nothing && house.free(fan) == 2;
    }
  };

  /** Whether it holds; what it throws counts as no. */
  abstract boolean holds(LedgerHouse house) throws Exception;

  private interface Numbered<T> {
    T call(int number);
  }

  private static <T> List<Callable<T>> calls(int count, Numbered<T> call) {
    return IntStream.range(0, count).<Callable<T>>mapToObj(i -> () -> call.call(i)).toList();
  }

  private static boolean refused(Class<? extends Throwable> with, Callable<?> call) {
    try {
      call.call();
      return false;
    } catch (Exception e) {
      return with.isInstance(e);
    }
  }

  private static boolean none(List<? extends Run<?>> runs) {
    return runs.stream().allMatch(run -> run.thrown() == null);
  }

  private static boolean one(List<Run<Long>> runs) {
    return none(runs) && runs.stream().map(Run::answer).distinct().count() == 1;
  }

  private static boolean tenOfTwenty(List<? extends Run<?>> runs) {
    return runs.stream().filter(run -> run.thrown() == null).count() == 10
        && runs.stream().filter(run -> run.thrown() instanceof BalanceTooLow).count() == 10;
  }

  /** Replays the account's journal from nothing: every running balance and the last one. */
  private static boolean rebuilt(LedgerHouse house, AccountRef account) {
    long balance = 0;
    for (long[] leg :
        house.sql.list(
            "select l.movement, l.balance_after from encore.ledger_leg l join encore.ledger_account a"
                + " on a.id = l.account_id where a.address = ? order by l.transaction_id, l.line",
            row -> new long[] {row.getLong(1), row.getLong(2)},
            account.address())) {
      balance += leg[0];
      if (balance != leg[1]) {
        return false;
      }
    }
    return balance == house.ledger.balance(account);
  }
}
