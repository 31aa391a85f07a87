package fan.encore.finance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * To whom an invoice is addressed.
 *
 * @param address several lines, may be empty
 */
public record InvoiceBuyer(
    @NotBlank @Size(max = 200) String name, @NotNull @Size(max = 500) String address) {

  public InvoiceBuyer {
    name = name == null ? null : name.strip();
    address = address == null ? "" : address.strip();
  }
}
