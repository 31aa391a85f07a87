package fan.encore.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are refused: OWASP ASVS 5.0, 6.2.1 to 6.2.12, and NIST SP 800-63B 3.1.1.2. Length
 * and rarity count; there is no rule about kinds of characters, because such rules make passwords
 * worse.
 */
public final class PasswordRules {

  public static final int SHORTEST = 8;
  public static final int LONGEST = 128;

  private static final Set<String> COMMON = read();

  private PasswordRules() {}

  /**
   * Why the password is refused.
   *
   * @param password may be null
   * @param email may be null
   * @param displayName may be null
   * @return a message key, or empty when the password is good
   */
  public static Optional<String> refusal(String password, String email, String displayName) {
    if (password == null || password.isBlank()) {
      return Optional.of("account.password_missing");
    }
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("account.password_short");
    }
    if (length > LONGEST) {
      return Optional.of("account.password_long");
    }
    if (sameAs(password, email) || sameAs(password, name(email)) || sameAs(password, displayName)) {
      return Optional.of("account.password_is_name");
    }
    return common(password) ? Optional.of("account.password_common") : Optional.empty();
  }

  private static boolean common(String password) {
    String plain = password.toLowerCase(Locale.ROOT);
    return COMMON.contains(plain)
        || plain.matches("encore[0-9!]*|(?:my)?password[0-9!]*")
        || plain.codePoints().distinct().count() <= 2;
  }

  private static boolean sameAs(String password, String other) {
    return other != null && password.strip().equalsIgnoreCase(other.strip());
  }

  private static String name(String email) {
    return email == null ? null : email.replaceFirst("@.*", "");
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
