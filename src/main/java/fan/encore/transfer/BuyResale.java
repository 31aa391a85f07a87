package fan.encore.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Keep the ticket that a fan sells on, to pay for it in the checkout.
 *
 * @param offer its code
 * @param key idempotency key
 */
public record BuyResale(
    @NotBlank @Size(max = 20) String offer, @NotBlank @Size(max = 200) String key) {}
