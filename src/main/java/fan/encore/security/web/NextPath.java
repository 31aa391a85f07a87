package fan.encore.security.web;

import java.util.regex.Pattern;

/**
 * Where to go after signing in: a path of this site, never another site (OWASP, unvalidated
 * redirects).
 */
public final class NextPath {

  static final String HOME = "/";
  private static final int LONGEST = 1000;

  /** One slash, then no second one, no backslash, no white space or control character. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?:[A-Za-z0-9_.~%!$&'()*+,;=:@?-][A-Za-z0-9_.~%!$&'()*+,;=:@?/-]*)?");

  private static final Pattern NOT_A_PAGE =
      Pattern.compile("/(?:sign-in|sign-out|register|confirm|api)(?:[/?.].*)?");

  private NextPath() {}

  /**
   * @param wished what the address bar says, may be null
   * @return it when it is safe, else {@link #HOME}
   */
  public static String of(String wished) {
    if (wished == null
        || wished.length() > LONGEST
        || !LOCAL.matcher(wished).matches()
        || NOT_A_PAGE.matcher(wished).matches()) {
      return HOME;
    }
    return wished;
  }
}
