package fan.encore.checkin;

import fan.encore.ticket.TicketSeal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was shown at the door, before any question to the database.
 *
 * @param entry how it came
 * @param code the ticket's code, or null when unreadable
 * @param issue which of the ticket's codes it is; a typed one ends in it from the second on
 * @param window half minutes since 1970 of a rotating code, else null
 */
record Shown(Entry entry, String code, Integer issue, Long window) {

  /** How a ticket comes to the door. */
  enum Entry {
    /** A genuine QR code, printed or a picture of it. */
    SEALED,
    /** A genuine code of a telephone, made for this half minute or another. */
    ROTATING,
    /** A ticket code, read from the ticket by a person. */
    TYPED,
    /** Nothing that could be a ticket of ours. */
    UNREADABLE
  }

  private static final Pattern TYPED =
      Pattern.compile("(T[0-9A-HJKMNP-TV-Z]{12})([1-9][0-9]{0,5})?");
  private static final Shown NOTHING = new Shown(Entry.UNREADABLE, null, null, null);

  static Shown of(String text, TicketSeal seal) {
    Optional<TicketSeal.Genuine> genuine = seal.open(text);
    if (genuine.isPresent()) {
      TicketSeal.Genuine read = genuine.get();
      Entry entry = read.window() == null ? Entry.SEALED : Entry.ROTATING;
      return new Shown(entry, read.code(), read.issue(), read.window());
    }
    Matcher typed = TYPED.matcher(unambiguous(text));
    if (!typed.matches()) {
      return NOTHING;
    }
    int issue = typed.group(2) == null ? 1 : Integer.parseInt(typed.group(2));
    return new Shown(Entry.TYPED, typed.group(1), issue, null);
  }

  /** Crockford's base 32: O is zero, I and L are one; case, blanks and hyphens do not matter. */
  private static String unambiguous(String text) {
    return text.toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
