package fan.encore.shared;

import jakarta.ejb.ApplicationException;

/**
 * Root of everything that a rule of the house refuses. Its {@link #code()} is at once the message
 * key, the problem type of the API and what tests assert; throwing it rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessError extends RuntimeException {

  /** What kind of refusal this is; the API turns it into a status, pages into a colour. */
  public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_MANY,
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;
  private final transient Object[] arguments;

  /**
   * @param code message key such as {@code order.seats_taken}
   * @param arguments values of the message's placeholders, never personal data
   */
  protected BusinessError(Kind kind, String code, Object... arguments) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.arguments = arguments;
  }

  public Kind kind() {
    return kind;
  }

  /** The message key, the problem type and the test's assertion in one. */
  public String code() {
    return code;
  }

  /** Name of the command's field that it is about, or null: pages show the message beside it. */
  public String field() {
    return null;
  }

  /** Values of the message's placeholders; never null. */
  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }
}
