package fan.encore.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;

/**
 * The wish to copy an event with its pictures and ticket types.
 *
 * @param title of the copy, or null for the same one
 * @param startsAt when the copy begins, in the local time of its venue; doors, end and sales move
 *     along
 */
public record CopyEvent(@Size(max = 120) String title, @NotNull LocalDateTime startsAt) {}
