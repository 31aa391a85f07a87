package fan.encore.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * Reserve these tickets of an event.
 *
 * @param lines one for each ticket type
 * @param promoCode takes something off the price, or null
 * @param unlockCode opens hidden ticket types, or null; a promo code that unlocks need not be
 *     repeated here
 * @param admission token of the event's waiting room, or null
 * @param key idempotency key
 */
public record HoldTickets(
    @NotBlank String slug,
    @NotEmpty @Size(max = 20) List<@Valid @NotNull HoldLine> lines,
    @Size(max = 40) String promoCode,
    @Size(max = 40) String unlockCode,
    @Size(max = 2000) String admission,
    @NotBlank @Size(max = 200) String key) {

  /**
   * So many tickets of one type.
   *
   * @param ticketType the type's code within the event
   * @param seats labels of the seats wanted, as many as the quantity; empty where places are free
   *     or the best are to be chosen
   * @param priceMinor price of one ticket in minor units where the fan chooses it, else null
   */
  public record HoldLine(
      @NotBlank String ticketType,
      @Min(1) int quantity,
      @Size(max = 50) List<@NotBlank String> seats,
      @PositiveOrZero Long priceMinor) {

    /** Any places, at the type's own price. */
    public HoldLine(String ticketType, int quantity) {
      this(ticketType, quantity, List.of(), null);
    }

    public HoldLine {
      seats = seats == null ? List.of() : List.copyOf(seats);
    }

    private String canonical() {
      return ticketType
          + "="
          + quantity
          + (seats.isEmpty() ? "" : "@" + String.join(",", seats.stream().sorted().toList()))
          + (priceMinor == null ? "" : "*" + priceMinor);
    }
  }

  /** Without codes and admission. */
  public HoldTickets(String slug, List<HoldLine> lines, String key) {
    this(slug, lines, null, null, null, key);
  }

  public HoldTickets {
    promoCode = code(promoCode);
    unlockCode = code(unlockCode);
    admission = admission == null || admission.isBlank() ? null : admission.strip();
  }

  /** What is typed with spaces, in small letters or not at all is the same code, or none. */
  static String code(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip().toUpperCase(Locale.ROOT);
  }

  /**
   * The request in one canonical text, for its hash. The admission is not part of it: it says who
   * asks when, not what for.
   */
  String canonical() {
    StringBuilder text = new StringBuilder(slug);
    lines.stream()
        .map(HoldLine::canonical)
        .sorted()
        .forEach(line -> text.append('\n').append(line));
    if (promoCode != null) {
      text.append("\npromo ").append(promoCode);
    }
    if (unlockCode != null) {
      text.append("\nunlock ").append(unlockCode);
    }
    return text.toString();
  }
}
