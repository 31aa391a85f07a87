package fan.encore.finance;

import java.time.LocalDate;

/**
 * The two sides of one thing; at least one of them is there.
 *
 * @param ours null if our books have nothing for the line
 * @param theirs null if no file has it yet
 * @param lineId number of the line, 0 without one; for reading on from here
 * @param dueOn UTC day of the file that must have ours, null without ours
 */
public record Pair(String provider, Ours ours, Theirs theirs, long lineId, LocalDate dueOn) {

  /**
   * The rule of the comparison; the gravest difference names it.
   *
   * @param newestFile UTC day of the newest file of the report
   */
  public Outcome outcome(LocalDate newestFile) {
    if (ours == null) {
      return Outcome.MISSING_HERE;
    }
    if (theirs == null) {
      return dueOn.isAfter(newestFile) ? Outcome.IN_TRANSIT : Outcome.MISSING_THERE;
    }
    if (!ours.currency().equals(theirs.currency())) {
      return Outcome.CURRENCY_DIFFERS;
    }
    if (ours.minor() != theirs.grossMinor()) {
      return Outcome.AMOUNT_DIFFERS;
    }
    return ours.feeMinor() == theirs.feeMinor() ? Outcome.MATCHED : Outcome.FEE_DIFFERS;
  }

  /**
   * What the report calls it: the provider's transaction, else our payment, for a refund with our
   * number of it, because a payment may go back in parts.
   */
  public String item() {
    if (theirs != null) {
      return theirs.transactionId();
    }
    return ours.kind() == Ours.Kind.REFUND ? ours.payment() + "/" + ours.id() : ours.payment();
  }

  public Ours.Kind kind() {
    return theirs == null ? ours.kind() : theirs.kind();
  }
}
