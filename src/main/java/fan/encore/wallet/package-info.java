/**
 * The ledger: every diamond and every minor unit of money, in double entry, for good.
 *
 * <p>Promises: a posting ({@link fan.encore.wallet.Posting}) is a set of transfers, each with a
 * debited and a credited account of one currency, posted once per key, all or none, in one round
 * trip. {@link fan.encore.wallet.Wallets} knows the fans' diamonds; {@link
 * fan.encore.wallet.LedgerProof} proves the books from the journal alone.
 *
 * <p>Whatever comes into a fan's purse of diamonds or medals is a lot with its price and its end,
 * whatever leaves it leaves its lots, inside the posting functions: free ones by soonest expiry,
 * then bought ones by soonest expiry, then the dearest, then the oldest. {@link
 * fan.encore.wallet.Debts} keeps what is owed after a refund and locks the wallet, {@link
 * fan.encore.wallet.Expiry} ends lots, {@link fan.encore.wallet.WalletHistory} tells the fan.
 *
 * <p>For SQL functions of other features: {@code encore.spend_many} takes the wishes of many fans
 * in a few statements, {@code encore.grant_medals_many} gives medals; {@code
 * encore.spend_diamonds(account bigint, amount bigint, kind text, key text, reference text, out
 * transaction_id bigint, out free_spent bigint, out paid_spent bigint)} and {@code
 * encore.post_transaction(kind, key, reference, debits text[], credits text[], currencies text[],
 * amounts bigint[]) returns bigint} with addresses such as {@code fan:4711:free:DIA}. Too little on
 * an account ends in SQLSTATE {@code EN001} or {@code 23514}, both naming the constraint {@code
 * ck_ledger_balance_not_negative}; a key with other content in {@code EN002}; what is no posting in
 * {@code EN003}.
 *
 * <p>Invariants: journal rows never change; the application may not write them but through these
 * functions; fans' and payments' accounts never go below zero and carry a sequence without gaps and
 * a hash chain; sum of all legs is zero in every currency.
 *
 * <p>Locks: the balance rows of all guarded accounts of a posting, in the order of account ids;
 * accounts of the house have no row to wait for. Who posts for several fans in one transaction goes
 * by rising account id.
 */
package fan.encore.wallet;
