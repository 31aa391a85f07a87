package fan.encore.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * Make an order of a reservation.
 *
 * @param provider who takes the money: {@code sandbox}
 * @param holderName printed on the tickets
 * @param phone E.164 such as {@code +819012345678} for a confirmation by SMS, or null
 * @param voucherCode a voucher of the fan that takes an amount off, or null
 * @param answers to the organizer's questions; none where nothing is asked
 * @param key idempotency key
 */
public record PlaceOrder(
    @NotBlank String reservationCode,
    @NotBlank String provider,
    @NotBlank @Size(max = 120) String holderName,
    @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "order.phone_invalid") String phone,
    @Size(max = 40) String voucherCode,
    @Size(max = 1000) List<@Valid @NotNull Answer> answers,
    @NotBlank @Size(max = 200) String key) {

  /** Where nothing is asked. */
  public PlaceOrder(
      String reservationCode,
      String provider,
      String holderName,
      String phone,
      String voucherCode,
      String key) {
    this(reservationCode, provider, holderName, phone, voucherCode, List.of(), key);
  }

  /** What is typed with spaces, in small letters or not at all is the same voucher, or none. */
  public PlaceOrder {
    voucherCode =
        voucherCode == null || voucherCode.isBlank()
            ? null
            : voucherCode.strip().toUpperCase(Locale.ROOT);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  /** Whether it concerns nothing but its reservation, so that many can be placed together. */
  boolean plain() {
    return voucherCode == null && answers.isEmpty() && provider.equals(OrderBook.SANDBOX);
  }

  /** The request in one canonical text, for its hash. */
  String canonical() {
    String order =
        String.join(
            "\n",
            reservationCode,
            provider,
            holderName.strip(),
            phone == null ? "" : phone,
            voucherCode == null ? "" : voucherCode);
    return answers.isEmpty() ? order : order + "\n" + answers;
  }
}
