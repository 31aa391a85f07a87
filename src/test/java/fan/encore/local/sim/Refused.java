package fan.encore.local.sim;

/** A request that the simulator refuses; the router turns it into an error answer. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status the HTTP status
   * @param code stable word for programs, such as {@code idempotency_key_reused}
   * @param message sentence for people
   */
  Refused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
