package fan.encore.event;

import java.util.List;

/**
 * A question to those who buy.
 *
 * @param code unique within the event
 * @param ticketTypeId the type that it is about, or null for all
 * @param ticketType that type's code, or null
 * @param perTicket asked for each ticket, else once for the order
 * @param retired asked no more; its answers are kept
 */
public record Question(
    long id,
    String code,
    Long ticketTypeId,
    String ticketType,
    boolean perTicket,
    QuestionKind kind,
    String label,
    List<String> choices,
    boolean required,
    boolean retired) {

  public Question {
    choices = List.copyOf(choices);
  }

  /** Whether this text answers it; blank is no answer. */
  public boolean answeredBy(String text) {
    return switch (kind) {
      case TEXT -> text.length() <= 1000;
      case CHOICE -> choices.contains(text);
      case YES_NO -> text.equals("YES") || text.equals("NO");
    };
  }
}
