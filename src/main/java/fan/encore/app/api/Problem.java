package fan.encore.app.api;

import java.util.List;

/**
 * An error as RFC 9457 wants it.
 *
 * @param type {@code /problems/} and the code; a name, not an address to fetch
 * @param title a sentence in the caller's language
 * @param code the stable name of the error, such as {@code order.seats_taken}
 * @param errors what is wrong field by field; empty unless the request was invalid
 */
public record Problem(String type, String title, int status, String code, List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param field path of the field inside the request, such as {@code lines[0].quantity}
   */
  public record FieldError(String field, String message) {}

  static Problem of(int status, String code, String title, List<FieldError> errors) {
    return new Problem("/problems/" + code, title, status, code, List.copyOf(errors));
  }
}
