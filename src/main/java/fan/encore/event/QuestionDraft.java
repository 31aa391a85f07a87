package fan.encore.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A question of an organizer to those who buy.
 *
 * @param choices at least two where one is to be chosen, else empty
 * @param perTicket asked for each ticket, else once for the order
 * @param ticketType code of the type that it is about, or null for all
 * @param required whether nobody buys without an answer
 */
public record QuestionDraft(
    @NotBlank @Size(max = 200) String label,
    @NotNull QuestionKind kind,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> choices,
    boolean perTicket,
    @Size(max = 80) String ticketType,
    boolean required) {

  public QuestionDraft {
    choices =
        choices == null || kind != QuestionKind.CHOICE
            ? List.of()
            : choices.stream().map(String::strip).distinct().toList();
    ticketType = ticketType == null || ticketType.isBlank() ? null : ticketType;
  }
}
