package fan.encore.payment;

import fan.encore.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Ask for money.
 *
 * @param accountId who pays
 * @param purpose {@code DIAMONDS} or {@code TICKETS}
 * @param subject code of what is paid for; an open payment of the same subject is taken up again
 * @param amount above zero
 * @param description what the buyer reads on the provider's page; no personal data
 * @param returnPath page of ours that the buyer reads afterwards, such as {@code
 *     /my/order?code=ORD-1}
 */
public record BeginPayment(
    long accountId,
    @Pattern(regexp = "[A-Z_]+") String purpose,
    @NotBlank @Size(max = 100) String subject,
    @NotNull Money amount,
    @NotBlank @Size(max = 200) String description,
    @NotBlank @Pattern(regexp = "/([^/].*)?") String returnPath) {}
