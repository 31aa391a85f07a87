package fan.encore.order.web;

import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.shared.Money;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a fan chose on the page of an event. */
final class ChosenTickets {

  private static final String[] NONE = {};

  private ChosenTickets() {}

  /**
   * The types with their quantities in the address, those of quantity 0 left out; beside them the
   * prices, in whole units of the currency, of types whose price the fan chooses, and the labels of
   * seats.
   */
  static List<HoldLine> inAddress() {
    Map<String, String[]> values =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    return of(
        values.getOrDefault("type", NONE),
        values.getOrDefault("quantity", NONE),
        values.getOrDefault("price", NONE),
        values.getOrDefault("seats", NONE),
        values.getOrDefault("currency", new String[] {""})[0]);
  }

  static List<HoldLine> of(
      String[] types, String[] quantities, String[] prices, String[] seats, String currency) {
    List<HoldLine> chosen = new ArrayList<>();
    for (int i = 0; i < Math.min(types.length, quantities.length); i++) {
      if (quantities[i].matches("[1-9][0-9]{0,2}")) {
        Long price = i < prices.length ? minor(prices[i], currency) : null;
        chosen.add(new HoldLine(types[i], Integer.parseInt(quantities[i]), seats(seats, i), price));
      }
    }
    return chosen;
  }

  /** The labels of the seats of one type, with commas between them; empty for the best. */
  private static List<String> seats(String[] seats, int index) {
    return index < seats.length && !seats[index].isBlank()
        ? List.of(seats[index].split(","))
        : List.of();
  }

  private static Long minor(String price, String currency) {
    if (!price.matches("[0-9]{1,9}([.][0-9]{1,3})?") || !currency.matches("[A-Z]{3}")) {
      return null;
    }
    try {
      int exponent = Money.exponent(currency);
      BigDecimal major = new BigDecimal(price).setScale(exponent, RoundingMode.HALF_UP);
      return Money.ofMajor(major, currency).minor();
    } catch (IllegalArgumentException noCurrency) {
      return null;
    }
  }
}
