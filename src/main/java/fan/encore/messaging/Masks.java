package fan.encore.messaging;

import java.util.regex.Pattern;

/** Keeps addresses out of lists, logs and problems. */
public final class Masks {

  private static final int LONGEST_PROBLEM = 500;
  private static final Pattern MAIL = Pattern.compile("[^\\s<>,;:\"'()]+@[^\\s<>,;:\"'()]+");
  private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d -]{5,18}\\d");

  private Masks() {}

  /** Enough of a recipient to recognise it: {@code m•••@example.org}, {@code +81•••678}. */
  public static String recipient(String recipient) {
    int at = recipient.indexOf('@');
    if (at > 0) {
      return recipient.substring(0, recipient.offsetByCodePoints(0, 1))
          + "•••"
          + recipient.substring(at);
    }
    if (recipient.length() > 6) {
      return recipient.substring(0, 3) + "•••" + recipient.substring(recipient.length() - 3);
    }
    return recipient.isEmpty() ? "" : "•••";
  }

  /** A problem's text on one line, shortened, without the addresses that servers like to quote. */
  static String problem(Throwable thrown) {
    String text = thrown.getMessage() == null ? "" : thrown.getMessage();
    String plain = thrown instanceof NotDeliverable ? text : thrown.getClass().getSimpleName();
    String all = plain.equals(text) || text.isEmpty() ? plain : plain + ": " + text;
    String scrubbed = PHONE.matcher(MAIL.matcher(all).replaceAll("•••")).replaceAll("•••");
    String line = scrubbed.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM);
  }
}
