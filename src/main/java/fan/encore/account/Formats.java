package fan.encore.account;

import java.util.Locale;

/** How what people type becomes what is stored, and the patterns of what is accepted. */
final class Formats {

  /** The e-mail address of the HTML standard, with a dot in the domain; lower case. */
  static final String EMAIL =
      "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

  /** No control characters and none that turn the direction of writing around. */
  static final String NAME = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]*";

  /** E.164. */
  static final String PHONE = "\\+[1-9][0-9]{6,14}";

  static final String LANGUAGE = "en|ja";

  private Formats() {}

  /** Without white space around; null when nothing is left. */
  static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** Addresses are compared without case, so they are kept in lower case. */
  static String email(String typed) {
    String text = text(typed);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** Spaces, hyphens, dots and brackets are for the eye. */
  static String phone(String typed) {
    String text = text(typed);
    return text == null ? null : text.replaceAll("[\\s().-]", "");
  }

  static String upper(String typed) {
    String text = text(typed);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }
}
