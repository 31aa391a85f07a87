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
        ChosenTickets.of(types, quantities));
  }
}
