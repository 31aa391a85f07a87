package fan.encore.order.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.order.HoldTickets.HoldLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenTicketsTest {

  @Test
  void whatIsNotWantedOrNoNumberIsLeftOut() {
    String[] types = {"standing", "balcony", "box", "pit", "more"};
    String[] quantities = {"2", "0", "1", "-1"};
    assertEquals(
        List.of(new HoldLine("standing", 2), new HoldLine("box", 1)),
        ChosenTickets.of(types, quantities, new String[0], new String[0], ""));
  }

  @Test
  void aChosenPriceIsReadInWholeUnitsAndNonsenseIsNone() {
    String[] types = {"gift", "standing", "balcony"};
    String[] quantities = {"1", "1", "1"};
    String[] prices = {"12.5", "", "1e9"};
    assertEquals(
        List.of(
            new HoldLine("gift", 1, List.of(), 1250L),
            new HoldLine("standing", 1),
            new HoldLine("balcony", 1)),
        ChosenTickets.of(types, quantities, prices, new String[0], "EUR"));
    assertEquals(
        List.of(new HoldLine("gift", 1, List.of(), 13L)),
        ChosenTickets.of(types, quantities, new String[] {"12.5"}, new String[0], "JPY")
            .subList(0, 1));
    assertEquals(
        new HoldLine("gift", 1),
        ChosenTickets.of(types, quantities, new String[] {"12.5"}, new String[0], "XXY").get(0));
  }

  @Test
  void seatsStandBesideTheirTypes() {
    String[] none = {};
    assertEquals(
        List.of(
            new HoldLine("stalls", 2, List.of("P-A-1", "P-A-2"), null),
            new HoldLine("pit", 1, List.of(), null)),
        ChosenTickets.of(
            new String[] {"stalls", "pit"},
            new String[] {"2", "1"},
            none,
            new String[] {"P-A-1,P-A-2", ""},
            ""));
  }
}
