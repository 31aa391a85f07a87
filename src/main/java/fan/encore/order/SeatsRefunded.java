package fan.encore.order;

import java.util.List;

/**
 * Fact: these tickets of an order are given back. Announced in the transaction that does it; an
 * observer that throws undoes all of it, such as when one of them was scanned meanwhile.
 *
 * @param evenIfUsed whether scanned tickets are given back too
 */
public record SeatsRefunded(String orderCode, List<SoldSeat> seats, boolean evenIfUsed) {
  public SeatsRefunded {
    seats = List.copyOf(seats);
  }
}
