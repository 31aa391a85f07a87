package fan.encore.order;

import fan.encore.event.Question;

/**
 * A question about an order, or about one of its tickets.
 *
 * @param ticketTypeId 0 about the order
 * @param ticketType code of the ticket's type, or null about the order
 * @param typeName its name, or null
 * @param number of the ticket within order and type, from 1; 0 about the order
 */
public record AskedQuestion(
    Question question, long ticketTypeId, String ticketType, String typeName, int number) {

  /** Whether this answer is meant for it. */
  boolean meantBy(Answer answer) {
    return question.code().equals(answer.question())
        && number == answer.number()
        && (ticketType == null || ticketType.equals(answer.ticketType()));
  }
}
