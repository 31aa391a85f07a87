package fan.encore.bench;

import fan.encore.bench.Load.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table at the end. */
final class Report {

  private record Line(String name, int connections, Rate rate, String statement) {}

  private final Map<String, Line> statements = new LinkedHashMap<>();
  private final Map<String, Line> answers = new LinkedHashMap<>();
  private final List<Line> deeds = new ArrayList<>();

  /** A statement over plain JDBC. */
  void statement(String name, int connections, Rate rate) {
    statements.put(name, new Line("SQL alone: " + name, connections, rate, null));
  }

  /** An answer that costs the server next to nothing; the last one is what deeds compare with. */
  void answer(String name, int connections, Rate rate) {
    answers.put(name, new Line("server alone: " + name, connections, rate, null));
  }

  /**
   * @param statement name of the statement that it is compared with
   */
  void deed(String name, int connections, Rate rate, String statement) {
    deeds.add(new Line(name, connections, rate, statement));
  }

  boolean hasFailures() {
    return deeds.stream().anyMatch(deed -> deed.rate().failures() > 0)
        || statements.values().stream().anyMatch(line -> line.rate().failures() > 0)
        || answers.values().stream().anyMatch(line -> line.rate().failures() > 0);
  }

  void print() {
    say(
        "%-34s %5s %9s %10s %9s %7s %8s",
        "", "conn.", "per s", "median ms", "99 % ms", "of SQL", "of HTTP");
    statements.values().forEach(this::say);
    answers.values().forEach(this::say);
    deeds.forEach(this::say);
  }

  private void say(Line line) {
    Rate rate = line.rate();
    String ofSql = "";
    String ofHttp = "";
    if (line.statement() != null) {
      ofSql = share(rate, statements.get(line.statement()).rate());
      ofHttp = share(rate, List.copyOf(answers.values()).get(answers.size() - 1).rate());
    }
    say(
        "%-34s %5d %9.0f %10.1f %9.1f %7s %8s",
        line.name(),
        line.connections(),
        rate.perSecond(),
        rate.medianMs(),
        rate.p99Ms(),
        ofSql,
        ofHttp);
    if (rate.failures() > 0) {
      say("    %d failed, the first with %s", rate.failures(), rate.firstFailure());
    }
  }

  private static String share(Rate rate, Rate ceiling) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * rate.perSecond() / ceiling.perSecond());
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
