package fan.encore.waitingroom;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * Enter the queue of an event.
 *
 * @param luck what the fan's browser gives to the draw: up to 64 visible ASCII characters, or null
 */
public record EnterQueue(@NotBlank String slug, @Pattern(regexp = "[!-~]{0,64}") String luck) {}
