/**
 * Rewards: what fans get for the medals of an artist.
 *
 * <p>Promises: a redemption spends the medals, takes the piece, gives the item and begins its
 * delivery in one transaction, or does nothing; no reward is oversold, no fan gets more than her
 * limit, and a repeated call answers the same. Who may see a reward is data: everybody, or fans who
 * have certain items. A reward that asks for two or more different items of which one comes from
 * paid draws is refused, here and by the database (kompu gacha; Japan, Premiums Act, CAA operating
 * standard 4(1)).
 *
 * <p>Announces and hears nothing. Invariants: pieces left are never negative; redeemed pieces =
 * redemptions; every redemption names its ledger transaction.
 *
 * <p>Locks: the idempotency key, then the fan's purse and items, then her share of the reward, and
 * last the reward's own row, where everybody who wants it waits. Editing uses a version.
 */
package fan.encore.reward;
