package fan.encore.order;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * One ticket of an order, by its place in the order.
 *
 * @param ticketType the type's code within the event
 * @param number from 1 within the order's tickets of that type
 */
public record SoldSeat(@NotBlank String ticketType, @Min(1) int number) {}
