package fan.encore.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Make an order of each of several reservations in one currency, and one payment of all.
 *
 * @param lines one for each reservation; their order does not matter
 * @param provider who takes the money: {@code sandbox}
 * @param holderName printed on the tickets
 * @param phone E.164 such as {@code +819012345678} for confirmations by SMS, or null
 * @param key idempotency key
 */
public record PlaceCart(
    @NotNull @Size(min = 1, max = 20, message = "order.cart_size") List<@Valid @NotNull Line> lines,
    @NotBlank String provider,
    @NotBlank @Size(max = 120) String holderName,
    @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "order.phone_invalid") String phone,
    @NotBlank @Size(max = 150) String key) {

  /**
   * @param reservationCode of a hold that has not ended
   * @param answers to the organizer's questions; none where nothing is asked, or where the order
   *     was placed before
   */
  public record Line(
      @NotBlank String reservationCode, @Size(max = 1000) List<@Valid @NotNull Answer> answers) {
    public Line {
      answers = answers == null ? List.of() : List.copyOf(answers);
    }
  }

  public PlaceCart {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** The order of one of the lines. */
  PlaceOrder order(Line line) {
    return new PlaceOrder(
        line.reservationCode(),
        provider,
        holderName,
        phone,
        null,
        line.answers(),
        key + ":" + line.reservationCode());
  }

  /** The request in one canonical text, for its hash. */
  String canonical() {
    return lines.stream()
        .sorted(Comparator.comparing(Line::reservationCode))
        .map(line -> order(line).canonical())
        .collect(Collectors.joining("\n\n"));
  }
}
