package fan.encore.order.web;

import fan.encore.order.HoldTickets.HoldLine;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a fan chose on the page of an event. */
final class ChosenTickets {

  private ChosenTickets() {}

  /** The pairs of type and quantity in the address, those of quantity 0 left out. */
  static List<HoldLine> inAddress() {
    Map<String, String[]> values =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    return of(
        values.getOrDefault("type", new String[0]), values.getOrDefault("quantity", new String[0]));
  }

  static List<HoldLine> of(String[] types, String[] quantities) {
    List<HoldLine> chosen = new ArrayList<>();
    for (int i = 0; i < Math.min(types.length, quantities.length); i++) {
      if (quantities[i].matches("[1-9][0-9]{0,2}")) {
        chosen.add(new HoldLine(types[i], Integer.parseInt(quantities[i])));
      }
    }
    return chosen;
  }
}
