package fan.encore.audit;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.validation.ConstraintViolationException;
import java.lang.annotation.Annotation;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Enters each call of an {@link Audited} method once. In a transaction the entry of a success is
 * part of it, and what did not commit is entered after the rollback: never a second connection
 * while the first is held.
 */
@Audited("")
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AuditedInterceptor {

  private static final Logger LOG = Logger.getLogger(AuditedInterceptor.class.getName());

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private Audit audit;

  @AroundInvoke
  Object enter(InvocationContext call) throws Exception {
    Ending ending = new Ending(audit.actor(), action(call), subject(call));
    boolean inTransaction = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    if (inTransaction) {
      transaction.registerInterposedSynchronization(ending);
    }
    try {
      Object answer = call.proceed();
      audit.record(ending.action, ending.subject, null);
      return answer;
    } catch (Exception e) {
      ending.cause = e;
      if (!inTransaction) {
        ending.write();
      }
      throw e;
    }
  }

  private static String action(InvocationContext call) {
    Audited onMethod = call.getMethod().getAnnotation(Audited.class);
    Audited audited =
        onMethod != null
            ? onMethod
            : call.getMethod().getDeclaringClass().getAnnotation(Audited.class);
    return audited.value();
  }

  /** The argument marked as the subject, else the first number, else null. */
  static String subject(Annotation[][] marks, Object[] arguments) {
    String number = null;
    for (int i = 0; i < arguments.length; i++) {
      for (Annotation mark : marks[i]) {
        if (mark instanceof Audited.Subject) {
          return arguments[i] == null ? null : arguments[i].toString();
        }
      }
      if (number == null && (arguments[i] instanceof Long || arguments[i] instanceof Integer)) {
        number = arguments[i].toString();
      }
    }
    return number;
  }

  private static String subject(InvocationContext call) {
    return subject(call.getMethod().getParameterAnnotations(), call.getParameters());
  }

  /** What a rule of the house said no to is refused; anything else that was thrown is a failure. */
  static Outcome outcome(Throwable thrown) {
    return Errors.denied(thrown)
            || Errors.leaf(thrown) instanceof BusinessError
            || Errors.leaf(thrown) instanceof ConstraintViolationException
        ? Outcome.REFUSED
        : Outcome.FAILED;
  }

  /** A code or the name of a type; messages of exceptions may hold what the trail must not. */
  static String detail(Throwable thrown) {
    if (Errors.denied(thrown)) {
      return "not allowed";
    }
    Throwable leaf = Errors.leaf(thrown);
    return leaf instanceof BusinessError error ? error.code() : leaf.getClass().getSimpleName();
  }

  /** Remembers a call until its transaction ends; a commit needs nothing more. */
  private final class Ending implements Synchronization {
    private final String actor;
    private final String action;
    private final String subject;
    private Exception cause;

    private Ending(String actor, String action, String subject) {
      this.actor = actor;
      this.action = action;
      this.subject = subject;
    }

    @Override
    public void beforeCompletion() {
      // the entry of a success is written already
    }

    @Override
    public void afterCompletion(int status) {
      if (cause != null || status != Status.STATUS_COMMITTED) {
        write();
      }
    }

    private void write() {
      Outcome outcome = cause == null ? Outcome.FAILED : outcome(cause);
      String detail = cause == null ? "rolled back" : detail(cause);
      try {
        audit.ended(actor, action, subject, outcome, detail);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "Not audited: " + action + " " + outcome);
      }
    }
  }
}
