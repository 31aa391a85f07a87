package fan.encore.order;

import fan.encore.event.TaxRule;
import fan.encore.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Tickets of one type with their price: quantity × (price + fee) = total.
 *
 * @param ticketType the type's code within the event
 * @param price of one ticket, as it is paid, tax and all
 * @param fee service fee of one ticket, with the same tax in it
 * @param cut what a promo code has taken off the price of one ticket: price + cut is the list price
 * @param partOf id of the bundle's type that these tickets come with, else 0
 * @param tax of this type when the price was made
 */
public record PricedLine(
    long ticketTypeId,
    String ticketType,
    String name,
    int quantity,
    Money price,
    Money fee,
    Money cut,
    long partOf,
    TaxRule tax) {

  /** At the list price, of no bundle. */
  public PricedLine(
      long ticketTypeId,
      String ticketType,
      String name,
      int quantity,
      Money price,
      Money fee,
      TaxRule tax) {
    this(
        ticketTypeId, ticketType, name, quantity, price, fee, Money.zero(price.currency()), 0, tax);
  }

  /** At the list price, of no bundle, without a tax. */
  public PricedLine(
      long ticketTypeId, String ticketType, String name, int quantity, Money price, Money fee) {
    this(ticketTypeId, ticketType, name, quantity, price, fee, TaxRule.NONE);
  }

  /** The tax of ticket type {@code t} as it was at the moment of a column. */
  public static String taxAt(String moment) {
    return " left join lateral (select x.rate_basis_points, x.included from encore.tax_rule x"
        + " where (x.ticket_type_id = t.id or x.event_id = t.event_id) and x.valid_from <= "
        + moment
        + " and (x.ended_at is null or x.ended_at > "
        + moment
        + ") order by x.ticket_type_id is null limit 1) tax on true";
  }

  /**
   * From a row with the type's id, code and name, the line's amounts and currency, and the columns
   * of {@link #taxAt}.
   */
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
        row.getLong("part_of"),
        TaxRule.of(row));
  }

  /** Price of one ticket without its tax. */
  public Money net() {
    return price.minus(taxOfOne());
  }

  /** The tax in the price of one ticket. */
  public Money taxOfOne() {
    return TaxRule.contained(price, tax.rateBasisPoints());
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
