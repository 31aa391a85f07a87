package fan.encore.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * An answer to an organizer's question.
 *
 * @param question the question's code within the event
 * @param ticketType code of the ticket's type, or null for an answer about the order
 * @param number of the ticket within order and type, from 1; 0 about the order
 * @param text what is answered; one of the choices, or {@code YES} or {@code NO}
 */
public record Answer(
    @NotBlank @Size(max = 80) String question,
    @Size(max = 80) String ticketType,
    @PositiveOrZero int number,
    @NotNull @Size(max = 1000) String text) {}
