package fan.encore.wallet;

import static fan.encore.wallet.LedgerInvariant.*;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Ledgers with one mistake each, and exactly the invariants that must notice it. */
enum LedgerMutant {
  THE_SIDE_OF_THE_HOUSE_IS_LEFT_OUT(I01_BALANCED_PER_CURRENCY) {
    @Override
    void apply(LedgerHouse house) {
      house.asOwner("alter table encore.ledger_transfer alter credit_account_id drop not null");
      house.rewrite(
          "ledger_transfer",
          "p_debit, p_credit, p_currency",
          "p_debit, case when credited.account_id is null then null else p_credit end, p_currency");
    }
  },

  THE_JOURNAL_HAS_NO_TRIGGER(I02_APPEND_ONLY) {
    @Override
    void apply(LedgerHouse house) {
      house.asOwner("drop trigger forbid_change on encore.ledger_transfer");
    }
  },

  A_LINK_FORGETS_THE_ONE_BEFORE(I03_HASH_CHAIN) {
    @Override
    void apply(LedgerHouse house) {
      house.rewrite("ledger_link", "p_previous || p_digest", "p_digest");
    }
  },

  A_KEY_WITH_OTHER_CONTENT_COUNTS_AS_THE_SAME(I04_DUPLICATE_IS_NO_OP) {
    @Override
    void apply(LedgerHouse house) {
      house.rewrite(
          "post_transaction", "if v_earlier is distinct from v_digest then", "if false then");
    }
  },

  KEYS_ARE_LOOKED_UP_INSTEAD_OF_UNIQUE(I05_CONCURRENT_DUPLICATES_COLLAPSE) {
    @Override
    void apply(LedgerHouse house) {
      house.asOwner(
          "alter table encore.ledger_transaction drop constraint uq_ledger_transaction_posting_key");
      house.asOwner("create index ix_key on encore.ledger_transaction (posting_key)");
      house.rewrite(
          "post_transaction",
          "insert into encore.ledger_transaction (kind",
          "if not exists (select from encore.ledger_transaction where posting_key = p_key) then\n"
              + " perform pg_sleep(case p_kind when 'test.fee' then 0.2 else 0 end); insert into encore.ledger_transaction (kind",
          "on conflict do nothing returning id into v_id;",
          "on conflict do nothing returning id into v_id; end if;");
    }
  },

  BALANCES_ARE_READ_THEN_WRITTEN(I06_NO_LOST_UPDATE, I09_NO_OVERDRAFT, I14_ORDER_MONOTONIC) {
    @Override
    void apply(LedgerHouse house) {
      house.asOwner(
          "drop index encore.uq_ledger_transfer_debit",
          "drop index encore.uq_ledger_transfer_credit");
      house.rewrite(
          "post_transaction",
          "order by account_id for update",
          "and cardinality(p_amounts) > 1 order by account_id for update");
      house.asOwner(
          """
          create or replace function encore.ledger_move(p_account bigint, p_movement bigint, p_digest bytea,
              p_posted_at timestamptz, p_line int) returns encore.ledger_balance language plpgsql as $$
          declare
            seen encore.ledger_balance;
          begin
            select * into seen from encore.ledger_balance where account_id = p_account;
            perform pg_sleep(0.001);
            update encore.ledger_balance set balance = seen.balance + p_movement,
                last_sequence = seen.last_sequence + 1, last_hash = encore.ledger_link(seen.last_hash, p_digest,
                  p_posted_at, p_line, p_movement, seen.last_sequence + 1, seen.balance + p_movement)
              where account_id = p_account returning * into seen;
            return seen;
          end $$""");
    }
  },

  A_POSTING_IS_TORN_APART(I07_VALUE_CONSERVED) {
    @Override
    void apply(LedgerHouse house) {
      house.ledger =
          new Ledger(house.sql) {
            @Override
            public long post(Posting posting) {
              return super.post(
                  new Posting(
                      posting.kind(),
                      posting.key(),
                      posting.reference(),
                      posting.transfers().subList(0, 1)));
            }
          };
      house.wallets = new Wallets(house.ledger, house.sql);
    }
  },

  THE_APPLICATION_MAY_CORRECT_BALANCES(I08_BALANCE_IS_JOURNAL) {
    @Override
    void apply(LedgerHouse house) {
      house.asOwner("grant update on encore.ledger_balance to encore_app");
    }
  },

  BALANCES_MAY_GO_BELOW_ZERO(I09_NO_OVERDRAFT) {
    @Override
    void apply(LedgerHouse house) {
      house.asOwner(
          "alter table encore.ledger_balance drop constraint ck_ledger_balance_not_negative");
      house.rewrite("lot_take", "if v_taken <> p_amount then", "if false then");
    }
  },

  BALANCES_ARE_FLOATING(I10_NO_PRECISION_DRIFT) {
    @Override
    void apply(LedgerHouse house) {
      house.rewrite(
          "ledger_move", "balance + p_movement", "(balance::float8 + p_movement)::bigint");
    }
  },

  CURRENCIES_ARE_NOT_COMPARED(I11_CURRENCIES_NOT_MIXED) {
    @Override
    void apply(LedgerHouse house) {
      house.rewrite(
          "post_transaction", "if same_money is distinct from true then", "if false then");
    }
  },

  A_REVERSAL_POSTS_THE_SAME_AGAIN(I12_REVERSAL_IS_COMPENSATION) {
    @Override
    void apply(LedgerHouse house) {
      house.ledger =
          new Ledger(house.sql) {
            @Override
            public long reverse(long transactionId, String kind, String key) {
              return post(new Posting(kind, key, "test", transfers(transactionId)));
            }
          };
    }
  },

  THE_JOURNAL_KEEPS_THE_BALANCE_BEFORE(I13_REBUILD_FROM_LOG) {
    @Override
    void apply(LedgerHouse house) {
      house.rewrite(
          "ledger_move",
          "last_sequence + 1, balance + p_movement)",
          "last_sequence + 1, balance)",
          "returning *",
          "returning account_id, balance - p_movement, last_sequence, last_hash, locked");
    }
  },

  NUMBERS_OF_AN_ACCOUNT_HAVE_GAPS(I14_ORDER_MONOTONIC) {
    @Override
    void apply(LedgerHouse house) {
      house.rewrite("ledger_move", "last_sequence + 1", "last_sequence + 2");
    }
  },

  KEYS_ARE_REMEMBERED_BEFORE_THE_COMMIT(I15_REFUSED_DUPLICATE_IS_NOT_APPLIED) {
    @Override
    void apply(LedgerHouse house) {
      Map<String, Spent> seen = new HashMap<>();
      house.wallets =
          new Wallets(house.ledger, house.sql) {
            @Override
            public Spent spend(long fan, long diamonds, String kind, String key, String about) {
              synchronized (seen) {
                if (seen.containsKey(key)) {
                  return seen.get(key);
                }
                seen.put(key, new Spent(diamonds, 0, 0));
              }
              Spent spent = super.spend(fan, diamonds, kind, key, about);
              synchronized (seen) {
                seen.put(key, spent);
              }
              return spent;
            }
          };
    }
  };

  private final Set<LedgerInvariant> breaks;

  LedgerMutant(LedgerInvariant first, LedgerInvariant... more) {
    breaks = EnumSet.of(first, more);
  }

  /** The invariants that must not hold any more; all others must. */
  Set<LedgerInvariant> breaks() {
    return breaks;
  }

  abstract void apply(LedgerHouse house);
}
