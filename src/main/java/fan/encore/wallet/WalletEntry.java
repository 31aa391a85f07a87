package fan.encore.wallet;

import java.time.Instant;

/**
 * One line of a fan's statement.
 *
 * @param purse {@code paid} or {@code free}
 * @param kind what happened, such as {@code shop.diamonds}
 * @param reference code of the thing it was about
 * @param diamonds above zero when they came, below when they left
 * @param balanceAfter diamonds in that purse afterwards
 */
public record WalletEntry(
    long transactionId,
    Instant at,
    String purse,
    String kind,
    String reference,
    long diamonds,
    long balanceAfter) {}
