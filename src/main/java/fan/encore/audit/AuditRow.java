package fan.encore.audit;

import java.time.Instant;

/**
 * One entry of the audit trail.
 *
 * @param actor account number, {@code SYSTEM} or {@code ANONYMOUS}
 * @param subject what the act was about, such as an order code; may be null
 * @param detail more about it, for refusals the error's code; may be null
 */
public record AuditRow(
    long id,
    Instant recordedAt,
    String actor,
    String action,
    String subject,
    Outcome outcome,
    String detail) {}
