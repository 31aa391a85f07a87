package fan.encore.inventory;

import fan.encore.shared.Codes;
import java.time.Instant;

/**
 * A line of an event's inventory ledger.
 *
 * @param place from 1, without a gap
 * @param type the ticket type's code within the event
 * @param quantity tickets that moved; for {@code CAPACITY} by how many it changed
 * @param subject whose, blinded; {@code -} for nobody's
 * @param capacity after the movement, as free, held and sold
 * @param hash hexadecimal SHA-256 of the hash before, a line feed and {@link #line()}
 */
public record Movement(
    long place,
    String type,
    MovementKind kind,
    int quantity,
    String subject,
    int capacity,
    int free,
    int held,
    int sold,
    Instant recordedAt,
    String hash) {

  /** What can happen to tickets. */
  public enum MovementKind {
    CAPACITY,
    HELD,
    RELEASED,
    SOLD,
    REFUNDED
  }

  private static final String NAME = "encore-inventory/1:";
  private static final int SUBJECT = 32;

  /** What the chain of an event begins with: the hash before its first line. */
  public static String genesis(String slug) {
    return Codes.sha256(NAME + slug);
  }

  /** How a reservation is called in the ledger. */
  public static String blinded(String reservation) {
    return Codes.sha256(NAME + reservation).substring(0, SUBJECT);
  }

  /** The movement as text: what is hashed, with one space between its parts. */
  public String line() {
    return String.join(
        " ",
        Long.toString(place),
        type,
        kind.name(),
        Integer.toString(quantity),
        subject,
        Integer.toString(capacity),
        Integer.toString(free),
        Integer.toString(held),
        Integer.toString(sold),
        Long.toString(recordedAt.getEpochSecond()));
  }

  /** The same movement as the next link of a chain. */
  Movement after(String hashBefore) {
    return new Movement(
        place,
        type,
        kind,
        quantity,
        subject,
        capacity,
        free,
        held,
        sold,
        recordedAt,
        Codes.sha256(hashBefore + "\n" + line()));
  }
}
