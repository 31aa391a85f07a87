package fan.encore.order;

import fan.encore.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Tickets of one type with their price: quantity × (price + fee) = total.
 *
 * @param ticketType the type's code within the event
 * @param price of one ticket
 * @param fee service fee of one ticket
 */
public record PricedLine(
    long ticketTypeId, String ticketType, String name, int quantity, Money price, Money fee) {

  /** From a row with the type's id, code and name, and the line's amounts and currency. */
  static PricedLine of(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new PricedLine(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getInt("quantity"),
        new Money(row.getLong("price_minor"), currency),
        new Money(row.getLong("fee_minor"), currency));
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
}
