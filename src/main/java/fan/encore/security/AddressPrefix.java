package fan.encore.security;

import java.util.Locale;

/** The part of an address that one household or office shares: /24 of IPv4, /64 of IPv6. */
final class AddressPrefix {

  private AddressPrefix() {}

  /**
   * @param address as the server gives it, may be null
   */
  static String of(String address) {
    if (address == null || address.isBlank()) {
      return "unknown";
    }
    String plain = address.replaceFirst("%.*", "");
    if (plain.indexOf(':') < 0) {
      int dot = plain.lastIndexOf('.');
      return dot < 0 ? plain : plain.substring(0, dot);
    }
    return sixtyFour(plain);
  }

  private static String sixtyFour(String address) {
    String[] halves = address.split("::", 2);
    StringBuilder groups = new StringBuilder();
    String[] left = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
    for (int i = 0; i < 4; i++) {
      String group = i < left.length ? left[i].toLowerCase(Locale.ROOT) : "0";
      groups.append(group.replaceFirst("^0+(?=.)", "")).append(':');
    }
    return groups.toString();
  }
}
