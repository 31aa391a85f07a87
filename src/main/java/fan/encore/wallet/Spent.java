package fan.encore.wallet;

/**
 * What a spending took.
 *
 * @param free given diamonds that were spent
 * @param paid bought diamonds that were spent
 * @param transactionId the ledger's transaction
 */
public record Spent(long free, long paid, long transactionId) {}
