package fan.encore.order;

import fan.encore.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Tickets of one type with their price: quantity × (price + fee) = total.
 *
 * @param ticketType the type's code within the event
 * @param price of one ticket, as it is paid
 * @param fee service fee of one ticket
 * @param cut what a promo code has taken off the price of one ticket: price + cut is the list price
 * @param partOf id of the bundle's type that these tickets come with, else 0
 */
public record PricedLine(
    long ticketTypeId,
    String ticketType,
    String name,
    int quantity,
    Money price,
    Money fee,
    Money cut,
    long partOf) {

  /** At the list price, of no bundle. */
  public PricedLine(
      long ticketTypeId, String ticketType, String name, int quantity, Money price, Money fee) {
    this(ticketTypeId, ticketType, name, quantity, price, fee, Money.zero(price.currency()), 0);
  }

  /** From a row with the type's id, code and name, and the line's amounts and currency. */
  static PricedLine of(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new PricedLine(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getInt("quantity"),
        new Money(row.getLong("price_minor"), currency),
        new Money(row.getLong("fee_minor"), currency),
        new Money(row.getLong("promo_minor"), currency),
        row.getLong("part_of"));
  }

  /** Price of all tickets of the line, without the fee. */
  public Money tickets() {
    return price.times(quantity);
  }

  /** Service fee of all tickets of the line. */
  public Money fees() {
    return fee.times(quantity);
  }

  public Money total() {
    return tickets().plus(fees());
  }

  /** Price of one ticket before a promo code. */
  public Money listPrice() {
    return price.plus(cut);
  }

  /** What a promo code takes off all tickets of the line. */
  public Money cuts() {
    return cut.times(quantity);
  }

  /** Whether these tickets come with a bundle and cost nothing of their own. */
  public boolean part() {
    return partOf != 0;
  }
}
