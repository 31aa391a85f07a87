package fan.encore.seat.web;

import fan.encore.seat.BoughtSeat;
import fan.encore.seat.HeldSeats;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The seats on the pages of a reservation and of an order. */
@Named("heldSeats")
@RequestScoped
public class HeldSeatsPart {

  @Inject private HeldSeats seats;
  @Inject private Caller caller;

  private String asked;
  private List<String> words;

  /** In words, the best first; empty without seats. */
  public List<String> of(String reservationCode) {
    if (reservationCode == null) {
      return List.of();
    }
    if (!reservationCode.equals(asked)) {
      asked = reservationCode;
      words = BoughtSeat.words(seats.of(caller.id(), reservationCode), caller.locale());
    }
    return words;
  }
}
