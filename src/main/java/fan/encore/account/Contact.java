package fan.encore.account;

import java.util.Locale;

/**
 * Where to write to somebody.
 *
 * @param locale of the messages
 * @param phone E.164, or null
 * @param guest whether she buys without an account, see {@link PersonalLinks}
 */
public record Contact(
    String email, String displayName, Locale locale, String phone, boolean guest) {}
