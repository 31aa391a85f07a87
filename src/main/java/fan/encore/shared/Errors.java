package fan.encore.shared;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Digs to the error that matters: containers wrap what services throw, each to another depth. */
public final class Errors {

  private static final int DEEPEST = 20;

  private Errors() {}

  /**
   * The {@link BusinessError}, {@link ConstraintViolationException} or {@link SQLException} inside,
   * else the innermost cause.
   */
  public static Throwable leaf(Throwable thrown) {
    Throwable current = thrown;
    for (int depth = 0; depth < DEEPEST; depth++) {
      if (current instanceof BusinessError
          || current instanceof ConstraintViolationException
          || current instanceof SQLException
          || current.getCause() == null) {
        return current;
      }
      current = current.getCause();
    }
    return current;
  }

  /**
   * Name of the database constraint that refused, such as {@code ck_wallet_balance_not_negative}.
   */
  public static Optional<String> constraint(Throwable thrown) {
    return postgres(thrown)
        .map(PSQLException::getServerErrorMessage)
        .map(message -> message.getConstraint());
  }

  /** The first error of a kind on the way to the innermost cause. */
  public static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
    Throwable current = thrown;
    for (int depth = 0; depth < DEEPEST && current != null; depth++) {
      if (kind.isInstance(current)) {
        return Optional.of(kind.cast(current));
      }
      current = current.getCause();
    }
    return Optional.empty();
  }

  /**
   * True when a role was missing: the container says so with one of two exceptions, by the kind of
   * view that the caller used, and {@code OnlyFor} with the first.
   */
  public static boolean denied(Throwable thrown) {
    return find(thrown, EJBAccessException.class).isPresent()
        || find(thrown, AccessLocalException.class).isPresent();
  }

  /**
   * True when the database could not be reached or ended the connection (SQLSTATE classes 08, 53
   * and 57).
   */
  public static boolean unreachable(SQLException refused) {
    String state = refused.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57");
  }

  /**
   * True when a row lock could not be had within {@code lock_timeout}, or a deadlock or
   * serialization failure ended it.
   */
  public static boolean contention(Throwable thrown) {
    return postgres(thrown)
        .map(SQLException::getSQLState)
        .filter(state -> state.equals("55P03") || state.equals("40P01") || state.equals("40001"))
        .isPresent();
  }

  /** True when a text holds a character that PostgreSQL cannot keep, such as NUL. */
  public static boolean unstorable(Throwable thrown) {
    return postgres(thrown)
        .map(SQLException::getSQLState)
        .filter(state -> state.equals("22021"))
        .isPresent();
  }

  private static Optional<PSQLException> postgres(Throwable thrown) {
    return leaf(thrown) instanceof PSQLException refused ? Optional.of(refused) : Optional.empty();
  }
}
