package fan.encore.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in a few words what a User-Agent header says in many, so that people know their own devices.
 */
final class Device {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/|FxiOS/", "Firefox");
    BROWSERS.put("Chrome/|CriOS/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone|iPod", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Macintosh|Mac OS X", "macOS");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private static final Pattern PROGRAM = Pattern.compile("^([A-Za-z][\\w.-]{0,39})");

  private Device() {}

  /**
   * @param userAgent may be null
   * @return such as {@code Chrome, Windows} or {@code curl}; null when it says nothing
   */
  static String of(String userAgent) {
    if (userAgent == null) {
      return null;
    }
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    if (browser != null) {
      return system == null ? browser : browser + ", " + system;
    }
    Matcher program = PROGRAM.matcher(userAgent);
    return program.find() ? program.group(1) : null;
  }

  private static String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(name -> Pattern.compile(name.getKey()).matcher(userAgent).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
