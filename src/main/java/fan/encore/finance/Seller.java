package fan.encore.finance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who sells, as invoices name them.
 *
 * @param taxNumber such as the T-number of a Japanese qualified invoice issuer, may be empty
 */
public record Seller(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 500) String address,
    @NotNull @Size(max = 40) String taxNumber) {}
