package fan.encore.order;

import java.math.BigInteger;

/**
 * What goes back for a part of an order. Money goes back in the proportion in which the order was
 * paid with money: value × total / (tickets + fee). The quotient of all that was ever given back is
 * rounded down, and each refund is the difference to the one before. So the last ticket brings what
 * roundings left, everything together brings the total, and nothing ever brings more.
 *
 * @param totalMinor what was paid in money
 * @param grossMinor tickets and fees before a voucher
 */
record RefundSum(long totalMinor, long grossMinor) {

  /**
   * @param before value that was given back earlier
   * @param value of what is given back now: prices, and fees unless they are kept
   * @return minor units of money
   */
  long of(long before, long value) {
    return upTo(Math.addExact(before, value)) - upTo(before);
  }

  private long upTo(long value) {
    if (grossMinor == 0) {
      return 0;
    }
    return BigInteger.valueOf(value)
        .multiply(BigInteger.valueOf(totalMinor))
        .divide(BigInteger.valueOf(grossMinor))
        .longValueExact();
  }
}
