package fan.encore.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Give all orders of an event back, or write to all who bought.
 *
 * @param keepFees of a refund
 * @param evenIfUsed of a refund: also tickets that were used at the door
 * @param subject of a mail; null or empty for a refund
 * @param body of a mail, or what the fans read as the reason of a refund
 * @param key idempotency key
 */
public record StartBatch(
    @NotNull BatchKind kind,
    boolean keepFees,
    boolean evenIfUsed,
    @Size(max = 150) String subject,
    @NotBlank @Size(max = 4000) String body,
    @NotBlank @Size(max = 200) String key) {

  /** What is done. */
  public enum BatchKind {
    REFUND,
    MAIL
  }

  public StartBatch {
    subject = subject == null ? "" : subject.strip();
  }
}
