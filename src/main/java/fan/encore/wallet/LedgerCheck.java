package fan.encore.wallet;

/**
 * Outcome of one check of the books.
 *
 * @param code what was checked; {@code wallet.proof.<code>} says it in words
 * @param violations how often it does not hold; 0 is what it should be
 * @param example where it does not hold first, or null
 */
public record LedgerCheck(String code, long violations, String example) {
  public boolean holds() {
    return violations == 0;
  }
}
