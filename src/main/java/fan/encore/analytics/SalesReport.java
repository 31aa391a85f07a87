package fan.encore.analytics;

import fan.encore.shared.Money;
import java.util.List;

/**
 * What the sales of a period came to, in one currency. A sale belongs to the day on which it was
 * paid, a refund to the day on which it was given.
 *
 * @param slug of the event, or null for several
 * @param title of the event, or null for several
 * @param zone whose days they are, an IANA name
 * @param sums of all parts
 * @param events one by one; empty for a single event
 * @param types of a single event; empty for several
 */
public record SalesReport(
    String slug,
    String title,
    String currency,
    String zone,
    Period period,
    Part sums,
    List<Part> events,
    List<Part> types,
    List<Part> channels,
    List<Part> promos,
    List<Part> taxes,
    Refunds refunds,
    Payout payout,
    Books books) {

  /**
   * Sales that have something in common. What does not apply is null.
   *
   * @param name what they have in common
   * @param detail more of it
   * @param tickets sold, without bundles but with what they give
   * @param list prices before promo codes
   * @param cut what promo codes took off
   * @param prices what tickets cost, taxes and all
   * @param fees service fees on top
   * @param tax contained in prices and fees
   * @param voucher the part that vouchers paid
   * @param total the part that was money
   * @param refunded money that was given back in the period, for sales of any time
   */
  public record Part(
      String name,
      String detail,
      Long orders,
      Long tickets,
      Money list,
      Money cut,
      Money prices,
      Money fees,
      Money tax,
      Money voucher,
      Money total,
      Money refunded) {}

  /**
   * What was given back in the period.
   *
   * @param prices of the tickets
   * @param fees that went back with them
   * @param kept fees that were kept
   * @param money that went back, or is on its way
   */
  public record Refunds(
      long count, long tickets, Money prices, Money fees, Money kept, Money money) {}

  /**
   * What the organizer gets.
   *
   * @param sold prices of tickets that were sold online
   * @param returned prices of such tickets that were given back
   * @param fees service fees out of the price, where the organizer pays them, for tickets that were
   *     not given back
   * @param byHand money of sales by hand less what went back of it: the organizer has it already
   */
  public record Payout(Money sold, Money returned, Money fees, Money byHand) {

    /** What is due to the organizer. */
    public Money due() {
      return sold.minus(returned).minus(fees);
    }
  }

  /**
   * The same out of the ledger.
   *
   * @param sales booked as revenue for the orders of the period
   * @param refunded booked as given back for the refunds of the period
   * @param underWay money of these refunds that the provider has not given back yet
   */
  public record Books(Money sales, Money refunded, Money underWay) {}

  /** Whether ledger and orders say the same to the last minor unit. */
  public boolean agrees() {
    return books.sales().equals(sums.prices().plus(sums.fees()))
        && books.refunded().plus(books.underWay()).equals(refunds.money());
  }

  /** What is left of the money. */
  public Money net() {
    return sums.total().minus(refunds.money());
  }
}
