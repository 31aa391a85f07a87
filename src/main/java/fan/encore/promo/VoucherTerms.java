package fan.encore.promo;

import fan.encore.shared.Money;

/**
 * What a copy of a voucher item is worth.
 *
 * @param validDays how long after it was issued, 1 to 3650
 */
public record VoucherTerms(Money amount, int validDays) {}
