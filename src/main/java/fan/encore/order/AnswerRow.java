package fan.encore.order;

import java.time.Instant;

/**
 * An answer as the organizer sees it.
 *
 * @param ticketType name of the ticket's type, or null for an answer about the order
 * @param number of the ticket within order and type, 0 about the order
 */
public record AnswerRow(
    String orderCode,
    OrderStatus status,
    String holderName,
    Instant placedAt,
    String ticketType,
    int number,
    String question,
    String answer) {

  /** Unique in a list. */
  public String key() {
    return orderCode + "/" + question + "/" + ticketType + "/" + number;
  }
}
