package fan.encore.finance.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days in addresses. */
final class Days {

  private Days() {}

  /** Null for what is no day. */
  static LocalDate read(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
