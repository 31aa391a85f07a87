package fan.encore.wallet;

import java.io.Serializable;
import java.time.Instant;

/**
 * A fan who owes diamonds.
 *
 * @param name her display name
 * @param owed diamonds that she owes
 * @param has diamonds in her wallet, which could settle it
 * @param reference code of the payment that went back last
 * @param since when that was
 */
public record DebtRow(
    long accountId, String name, long owed, long has, String reference, Instant since)
    implements Serializable {}
