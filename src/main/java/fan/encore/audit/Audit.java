package fan.encore.audit;

import fan.encore.shared.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Writes the audit trail on behalf of the container's caller. */
@Stateless
@PermitAll
public class Audit {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_DETAIL = 1000;

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * Enters what the caller did, in the caller's transaction: rolled back with it.
   *
   * @param action {@code feature.verb}
   * @param subject code or number of the thing, or null; never personal data
   * @param detail anything worth knowing, or null; never personal data
   */
  public void record(String action, String subject, String detail) {
    write(actor(), action, subject, Outcome.DONE, detail);
  }

  /**
   * Enters what the caller was refused, in a transaction of its own, for refusals that are answers
   * rather than exceptions.
   *
   * @param detail the reason's code, or null
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void refused(String action, String subject, String detail) {
    write(actor(), action, subject, Outcome.REFUSED, detail);
  }

  /**
   * Enters how something ended that was rolled back, in a transaction of its own.
   *
   * @param actor what {@link #actor()} said when it began
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void ended(String actor, String action, String subject, Outcome outcome, String detail) {
    write(actor, action, subject, outcome, detail);
  }

  /** Who is calling: an account number, {@code SYSTEM} or {@code ANONYMOUS}. */
  public String actor() {
    return Actors.name(context.getCallerPrincipal());
  }

  private void write(String actor, String action, String subject, Outcome outcome, String detail) {
    sql.update(
        "insert into encore.audit_entry (recorded_at, actor, action, subject, outcome, detail)"
            + " values (?, ?, ?, ?, ?, ?)",
        clock.instant(),
        actor,
        action,
        cut(subject, LONGEST_SUBJECT),
        outcome,
        cut(detail, LONGEST_DETAIL));
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
