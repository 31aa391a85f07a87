package fan.encore.local.sim;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Faults of the API that a test asked for, each for a number of requests. */
final class Faults {

  /** What a client may meet at any provider. */
  enum Kind {
    /** 429 with {@code Retry-After: 1}; nothing was done. */
    LIMIT,
    /** 503; nothing was done. */
    REFUSE,
    /** The work is done, and the answer is 500. */
    ERROR,
    /** The work is done, and the connection ends without an answer. */
    LOST,
    /** The work is done after the wait, and answered. */
    SLOW
  }

  /**
   * @param path the beginning of the paths that fail
   * @param delayMs wait before anything else
   */
  record Fault(String path, Kind kind, int times, long delayMs) {

    static Fault of(JsonObject json) {
      try {
        return new Fault(
            json.getString("path"),
            Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
            json.getInt("times", 1),
            json.getInt("delayMs", 0));
      } catch (IllegalArgumentException | NullPointerException e) {
        throw new Refused(
            400, "parameter_invalid", "A fault has path and kind limit|refuse|error|lost|slow.");
      }
    }
  }

  private final List<Fault> wanted = new ArrayList<>();

  /** Adds a fault; {@code times} 0 removes all of this path. */
  synchronized void add(Fault fault) {
    wanted.removeIf(old -> old.path.equals(fault.path));
    if (fault.times > 0) {
      wanted.add(fault);
    }
  }

  /** Uses up one fault for this path, or returns null. */
  synchronized Fault next(String path) {
    Iterator<Fault> faults = wanted.iterator();
    while (faults.hasNext()) {
      Fault fault = faults.next();
      if (path.startsWith(fault.path)) {
        faults.remove();
        if (fault.times > 1) {
          wanted.add(new Fault(fault.path, fault.kind, fault.times - 1, fault.delayMs));
        }
        return fault;
      }
    }
    return null;
  }
}
