package fan.encore.account;

import java.util.Locale;

/** When two addresses count as the same guest's, for limits per person. */
final class GuestAddress {

  private GuestAddress() {}

  /**
   * Small letters, nothing after a plus sign, and no dots where the post office ignores them: what
   * arrives in one letter box anyway.
   *
   * @param email with exactly one at sign
   */
  static String of(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    int at = address.indexOf('@');
    String box = address.substring(0, at);
    String domain = address.substring(at + 1);
    int plus = box.indexOf('+');
    if (plus > 0) {
      box = box.substring(0, plus);
    }
    if (domain.equals("googlemail.com")) {
      domain = "gmail.com";
    }
    if (domain.equals("gmail.com")) {
      box = box.replace(".", "");
    }
    return box + "@" + domain;
  }
}
