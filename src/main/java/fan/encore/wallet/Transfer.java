package fan.encore.wallet;

import java.util.Objects;

/**
 * One row of the journal: an amount leaves the debited account and arrives on the credited one.
 *
 * @param currency the currency of both accounts, else the ledger refuses
 * @param amount minor units or diamonds, above zero
 * @param terms of the lot that it makes in a fan's purse of diamonds or medals; null makes one that
 *     was given on the web and never expires
 */
public record Transfer(
    AccountRef debit, AccountRef credit, String currency, long amount, LotTerms terms) {

  /**
   * @throws IllegalArgumentException if the amount is not above zero or both accounts are the same
   */
  public Transfer {
    Objects.requireNonNull(currency, "currency");
    if (amount <= 0) {
      throw new IllegalArgumentException("A transfer moves more than nothing: " + amount);
    }
    if (debit.equals(credit)) {
      throw new IllegalArgumentException("A transfer needs two accounts: " + debit.address());
    }
  }

  /** A transfer without terms. */
  public Transfer(AccountRef debit, AccountRef credit, String currency, long amount) {
    this(debit, credit, currency, amount, null);
  }

  /** A transfer in the currency of the debited account. */
  public static Transfer of(AccountRef debit, AccountRef credit, long amount) {
    return new Transfer(debit, credit, debit.currency(), amount);
  }

  /** A transfer that makes a lot with these terms. */
  public static Transfer of(AccountRef debit, AccountRef credit, long amount, LotTerms terms) {
    return new Transfer(debit, credit, debit.currency(), amount, terms);
  }

  /** The compensation: the same amount, back. */
  Transfer reversed() {
    return new Transfer(credit, debit, currency, amount);
  }
}
