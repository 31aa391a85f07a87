package fan.encore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bundles agree in both languages, and views hold markup only: no text, no script, no secret. */
class WordsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/fan/encore/text");
  private static final Path VIEWS = Path.of("src/main/webapp");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
  private static final Pattern EXPRESSION =
      Pattern.compile("#\\{(?:[^{}'\"]|'[^']*'|\"[^\"]*\")*}");
  private static final Pattern NOISE =
      Pattern.compile("<!--.*?-->|<!DOCTYPE[^>]*>|<\\?.*?\\?>", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");
  private static final Pattern TEXT_NODE = Pattern.compile(">([^<>]+)<");
  private static final Pattern TEXT_ATTRIBUTE =
      Pattern.compile(
          "\\s(title|label|placeholder|alt|hint|lead|overline|headerText|header|emptyMessage|itemLabel"
              + "|aria-label|ariaLabel|message|legend|backLabel|requiredMessage|validatorMessage"
              + "|converterMessage)=\"([^\"]*)\"");
  private static final Pattern VALUE_OF_TEXT =
      Pattern.compile(
          "<(?:p:commandButton|p:commandLink|p:button|p:link|p:outputLabel|h:outputText|h:outputLabel"
              + "|h:link|e:badge|e:stat|p:menuitem)\\b[^>]*?\\svalue=\"([^\"]*)\"");
  private static final Pattern KEY_IN_VIEW =
      Pattern.compile("text(?:\\.of\\(|\\[)'([^']+)'\\s*[],)]");
  private static final Pattern STATELESS =
      Pattern.compile("transient=\"true\"|<ui:param\\s+name=\"stateless\"\\s+value=\"true\"");
  private static final Pattern NOT_IN_STATELESS =
      Pattern.compile(
          "<p:|<h:form|<h:command|<h:outputStylesheet|<e:field|<e:table|<form(?![^>]*method=\"get\")");
  private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)|javascript:");
  private static final Pattern HANDLER =
      Pattern.compile("<(?!\\w+:)\\w[^>]*\\son[a-z]+=\"|<h:\\w[^>]*\\son[a-z]+=\"");

  @Test
  void everyTextIsThereInBothLanguages() {
    List<String> wrong = new ArrayList<>();
    for (String bundle : bundles()) {
      Set<String> english = bundle(bundle + ".properties").keySet();
      Set<String> japanese = bundle(bundle + "_ja.properties").keySet();
      difference(english, japanese).forEach(key -> wrong.add("Japanese lacks " + key));
      difference(japanese, english).forEach(key -> wrong.add("English lacks " + key));
    }
    none(wrong);
  }

  @Test
  void noTextIsEmpty() {
    List<String> wrong = new ArrayList<>();
    everyText(
        (file, key, text) -> {
          if (text.isBlank()) {
            wrong.add(file + ": " + key);
          }
        });
    none(wrong);
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    List<String> wrong = new ArrayList<>();
    for (String bundle : bundles()) {
      Map<String, String> japanese = bundle(bundle + "_ja.properties");
      bundle(bundle + ".properties")
          .forEach(
              (key, text) -> {
                if (!placeholders(text).equals(placeholders(japanese.getOrDefault(key, text)))) {
                  wrong.add(key);
                }
              });
    }
    none(wrong);
  }

  @Test
  void everyKeyBeginsWithTheNameOfItsBundle() {
    List<String> wrong = new ArrayList<>();
    everyText(
        (file, key, text) -> {
          if (!key.startsWith(file.replaceFirst("(_ja)?\\.properties$", "") + ".")) {
            wrong.add(file + ": " + key);
          }
        });
    none(wrong);
  }

  @Test
  void everyKeyOfAViewExists() {
    Map<String, String> all = new TreeMap<>();
    bundles().forEach(bundle -> all.putAll(bundle(bundle + ".properties")));
    assertNoView(
        view ->
            KEY_IN_VIEW
                .matcher(view)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !all.containsKey(key))
                .toList());
  }

  @Test
  void viewsHoldNoText() {
    assertNoView(
        view -> {
          String markup = EXPRESSION.matcher(view).replaceAll("");
          return Stream.of(
                  matches(TEXT_NODE, markup, 1),
                  matches(TEXT_ATTRIBUTE, markup, 2),
                  matches(VALUE_OF_TEXT, markup, 1))
              .flatMap(List::stream)
              .map(text -> text.replaceAll("&\\w+;", ""))
              .filter(text -> WORDS.matcher(text).find())
              .toList();
        });
  }

  @Test
  void statelessViewsHaveNeitherPostFormsNorWidgets() {
    assertNoView(
        view -> STATELESS.matcher(view).find() ? matches(NOT_IN_STATELESS, view, 0) : List.of());
  }

  @Test
  void nothingOutsideOfACompositionIsWritten() {
    assertNoView(
        view -> {
          int composition = view.indexOf("<ui:composition");
          return composition > 0 && view.substring(0, composition).contains("<f:view")
              ? List.of("f:view around ui:composition is thrown away: use the parameter stateless")
              : List.of();
        });
  }

  @Test
  void viewsUseTheAjaxThatCarriesANonce() {
    assertNoView(view -> matches(Pattern.compile("<f:ajax"), view, 0));
  }

  @Test
  void viewsHaveNoInlineScript() {
    assertNoView(
        view ->
            Stream.concat(matches(SCRIPT, view, 0).stream(), matches(HANDLER, view, 0).stream())
                .toList());
  }

  @Test
  void viewsFitOnScreens() {
    assertNoView(view -> view.lines().count() > 200 ? List.of("more than 200 lines") : List.of());
  }

  @FunctionalInterface
  private interface TextCheck {
    void check(String file, String key, String text);
  }

  @FunctionalInterface
  private interface ViewCheck {
    List<String> faults(String view);
  }

  private static void everyText(TextCheck check) {
    for (String bundle : bundles()) {
      for (String file : List.of(bundle + ".properties", bundle + "_ja.properties")) {
        bundle(file).forEach((key, text) -> check.check(file, key, text));
      }
    }
  }

  private static void assertNoView(ViewCheck check) {
    List<String> wrong = new ArrayList<>();
    List<Path> views = files(VIEWS, ".xhtml");
    assertFalse(views.isEmpty());
    for (Path view : views) {
      String markup = NOISE.matcher(read(view)).replaceAll("");
      check
          .faults(markup)
          .forEach(fault -> wrong.add(VIEWS.relativize(view) + ": " + fault.strip()));
    }
    none(wrong);
  }

  private static void none(List<String> wrong) {
    assertEquals("", String.join("\n", wrong));
  }

  private static List<String> matches(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(found -> found.group(group)).toList();
  }

  private static Set<String> placeholders(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static List<String> bundles() {
    return files(BUNDLES, ".properties").stream()
        .map(file -> file.getFileName().toString())
        .map(name -> name.replaceFirst("(_ja)?\\.properties$", ""))
        .distinct()
        .toList();
  }

  private static Map<String, String> bundle(String name) {
    Properties properties = new Properties();
    Path file = BUNDLES.resolve(name);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
