package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.RunningEncore;
import fan.encore.program.Program.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link leads somewhere, for everybody who sees it. */
class LinksIT {

  private static final Pattern LINK =
      Pattern.compile("(?:href|src)=\"(/[^\"#]*|\\?[^\"#]*)[^\"]*\"");
  private static final int PAGES_OF_A_KIND = 4;

  private final Program stranger = new Program(RunningEncore.get().url());

  @Test
  void everyLinkThatAStrangerSeesLeadsSomewhere() {
    assertEquals(Map.of(), dead(stranger, "/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mika", "organizer", "admin", "finance"})
  void everyLinkThatSomebodySeesLeadsSomewhere(String who) {
    Program visitor = Visitor.signedIn(stranger, who + "@encore.example", "encore-demo-2026");
    assertEquals(Map.of(), dead(visitor, "/"));
  }

  /** Walks from page to page; of pages that differ in their parameters only, it sees a few. */
  private static Map<String, String> dead(Program visitor, String start) {
    Map<String, String> dead = new TreeMap<>();
    Map<String, Integer> seen = new TreeMap<>();
    Set<String> known = new HashSet<>(List.of(start));
    Queue<String> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      String path = open.remove();
      if (seen.merge(path.split("\\?")[0], 1, Integer::sum) > PAGES_OF_A_KIND) {
        continue;
      }
      Answer page = visitor.get(path);
      if (page.status() >= 400) {
        dead.put(path, String.valueOf(page.status()));
      }
      for (String link : links(page, path)) {
        if (known.add(link)) {
          open.add(link);
        }
      }
    }
    return dead;
  }

  private static List<String> links(Answer page, String path) {
    List<String> links = new ArrayList<>();
    if (page.header("Content-Type").startsWith("text/html")) {
      Matcher link = LINK.matcher(page.text());
      while (link.find()) {
        String address = link.group(1).replace("&amp;", "&");
        links.add(address.startsWith("?") ? path.split("\\?")[0] + address : address);
      }
    }
    return links.stream()
        .filter(address -> !address.isEmpty() && !address.startsWith("//"))
        .filter(address -> !address.startsWith("/sign-out"))
        .toList();
  }
}
