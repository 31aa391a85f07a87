package fan.encore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map of the system: every package is on a floor, calls go down, edges are used by nobody. */
class ArchitectureTest {

  /**
   * From the ground up. A core class uses its own feature and lower floors: never beside, never
   * above.
   */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("shared"),
          Set.of("audit"),
          Set.of("storage"),
          Set.of("messaging"),
          Set.of("account", "fairness"),
          Set.of("security", "artist", "wallet"),
          Set.of("payment"),
          Set.of("membership", "event", "shop", "collection"),
          Set.of("promo", "seat", "waitingroom"),
          Set.of("gacha", "reward", "order"),
          Set.of("ticket", "inventory"),
          Set.of("transfer", "checkin"),
          Set.of("waitlist", "task", "news"),
          Set.of("webhook", "analytics", "finance"),
          Set.of("admin"),
          Set.of("app"));

  private static final Set<String> EDGES = Set.of("web", "api", "batch", "jms");
  private static final String BASE = "fan.encore.";
  private static final int CLASS_LINES = 250;
  private static final int PAGE_LINES = 150;
  private static final int VIEW_LINES = 200;
  private static final int METHOD_LINES = 30;
  private static final int PAGE_INJECTIONS = 5;
  private static final int INJECTIONS = 8;
  private static final int SHARED_CLASSES = 15;

  private static JavaClasses encore;

  @BeforeAll
  static void read() {
    encore =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fan.encore");
  }

  @Test
  void everyPackageIsOnAFloor() {
    classes()
        .that()
        .resideOutsideOfPackage("fan.encore")
        .should(
            satisfy(
                "be on a floor",
                (type, events) -> {
                  if (floor(feature(type)) < 0) {
                    events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " has no floor"));
                  }
                }))
        .check(encore);
  }

  @Test
  void coreCallsOnlyGoDown() {
    classes()
        .that(areCore())
        .should(
            satisfy(
                "use their own feature and lower floors only",
                (type, events) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(ArchitectureTest::staysInEncore)
                        .filter(use -> !goesDown(type, use.getTargetClass()))
                        .forEach(
                            use ->
                                events.add(
                                    SimpleConditionEvent.violated(type, use.getDescription())))))
        .check(encore);
  }

  @Test
  void nobodyUsesTheEdgeOfAnotherFeature() {
    classes()
        .should(
            satisfy(
                "not use another feature's edge",
                (type, events) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(ArchitectureTest::staysInEncore)
                        .filter(use -> isEdge(use.getTargetClass()))
                        .filter(use -> !mayUseEdge(type, use.getTargetClass()))
                        .forEach(
                            use ->
                                events.add(
                                    SimpleConditionEvent.violated(type, use.getDescription())))))
        .check(encore);
  }

  @Test
  void pagesAndResourcesNeverTouchTheDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage("..web..", "..api..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "jakarta\\.persistence\\.EntityManager|fan\\.encore\\.shared\\.Sql|javax\\.sql\\..*")
        .check(encore);
  }

  @Test
  void theCoreKnowsNoEdgeTechnology() {
    noClasses()
        .that(areCore())
        .and()
        .resideOutsideOfPackage("fan.encore.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.faces..", "jakarta.ws.rs..", "org.primefaces..", "org.omnifaces..")
        .check(encore);
  }

  @Test
  void resourcesNeverAnswerWithEntities() {
    noClasses()
        .that()
        .resideInAPackage("..api..")
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .allowEmptyShould(true)
        .check(encore);
  }

  @Test
  void noNameHidesWhatItIs() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Manager|Helper|Utils?|Impl|Service|DTO|Dto|Bean|Facade|Repository|Dao)$")
        .check(encore);
  }

  @Test
  void theGroundFloorStaysSmall() {
    long classes =
        encore.stream()
            .filter(type -> feature(type).equals("shared"))
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .count();
    assertTrue(classes <= SHARED_CLASSES, classes + " classes in shared");
  }

  /** The server knows an EJB by its simple name unless it has another, and deploys no two alike. */
  @Test
  void noTwoServicesShareAName() {
    Map<String, List<JavaClass>> byName =
        encore.stream()
            .filter(type -> type.isAnnotatedWith(Stateless.class))
            .collect(Collectors.groupingBy(ArchitectureTest::serviceName));
    byName.values().removeIf(types -> types.size() == 1);
    assertTrue(byName.isEmpty(), byName::toString);
  }

  /** The server refuses any other call to an EJB, but only when it comes. */
  @Test
  void servicesAreCalledByTheirPublicMethodsOnly() {
    classes()
        .should(
            satisfy(
                "call no method of a service that is not public",
                (type, events) ->
                    type.getMethodCallsFromSelf().stream()
                        .filter(call -> !call.getTargetOwner().equals(type))
                        .filter(call -> call.getTargetOwner().isAnnotatedWith(Stateless.class))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                        .forEach(
                            method ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        type, type.getName() + " calls " + method.getFullName())))))
        .check(encore);
  }

  private static String serviceName(JavaClass type) {
    String name = type.getAnnotationOfType(Stateless.class).name();
    return name.isEmpty() ? type.getSimpleName() : name;
  }

  @Test
  void everyFeatureStatesItsContract() {
    for (Set<String> floor : FLOORS) {
      for (String feature : floor) {
        Path folder = Path.of("src/main/java/fan/encore", feature);
        assertTrue(
            !Files.isDirectory(folder) || Files.exists(folder.resolve("package-info.java")),
            feature + " has no package-info.java");
      }
    }
  }

  @Test
  void filesStayWithinTheirBudgets() {
    Map<Path, Long> tooLong = new TreeMap<>();
    tooLong.putAll(longerThan("src/main/java", ".java", CLASS_LINES));
    tooLong.putAll(longerThan("src/main/java", "Page.java", PAGE_LINES));
    tooLong.putAll(longerThan("src/main/webapp", ".xhtml", VIEW_LINES));
    assertTrue(tooLong.isEmpty(), "Split by verb: " + tooLong);
  }

  @Test
  void methodsStayWithinTheirBudget() {
    Map<String, Long> tooLong = MethodLines.longerThan(METHOD_LINES, Path.of("src/main/java"));
    assertTrue(tooLong.isEmpty(), "Split by verb: " + tooLong);
  }

  @Test
  void nobodyNeedsTooManyOthers() {
    classes()
        .should(
            satisfy(
                "have at most " + PAGE_INJECTIONS + " or " + INJECTIONS + " injections",
                (type, events) -> {
                  long injections =
                      type.getFields().stream()
                          .filter(field -> field.isAnnotatedWith(Inject.class))
                          .filter(field -> !field.isAnnotatedWith(ConfigProperty.class))
                          .count();
                  int most = type.getSimpleName().endsWith("Page") ? PAGE_INJECTIONS : INJECTIONS;
                  if (injections > most) {
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " has " + injections + " injections"));
                  }
                }))
        .check(encore);
  }

  private static Map<Path, Long> longerThan(String root, String suffix, int lines) {
    Map<Path, Long> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        try (Stream<String> text = Files.lines(file)) {
          long count = text.count();
          if (count > lines) {
            found.put(file, count);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean staysInEncore(Dependency use) {
    return use.getTargetClass().getPackageName().startsWith(BASE);
  }

  private static boolean goesDown(JavaClass from, JavaClass to) {
    String here = feature(from);
    String there = feature(to);
    return here.equals(there) || floor(there) < floor(here);
  }

  /**
   * Pages, resources and listeners may share their own feature's edge; who is calling ({@code
   * security}) and what every page and table needs ({@code app}, {@code admin}) are there for all
   * edges.
   */
  private static boolean mayUseEdge(JavaClass from, JavaClass edge) {
    String there = feature(edge);
    boolean own = feature(from).equals(there) && (isEdge(from) || there.equals("app"));
    return own || isEdge(from) && Set.of("shared", "security", "app", "admin").contains(there);
  }

  private static boolean isEdge(JavaClass type) {
    String[] parts = parts(type);
    return parts.length > 1 && EDGES.contains(parts[1]);
  }

  private static DescribedPredicate<JavaClass> areCore() {
    return DescribedPredicate.describe(
        "are core", type -> type.getPackageName().startsWith(BASE) && !isEdge(type));
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().startsWith(BASE) ? parts(type)[0] : "";
  }

  private static String[] parts(JavaClass type) {
    return type.getPackageName()
        .substring(Math.min(BASE.length(), type.getPackageName().length()))
        .split("\\.");
  }

  private static int floor(String feature) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(feature)) {
        return floor;
      }
    }
    return -1;
  }

  private interface Rule {
    void check(JavaClass type, ConditionEvents events);
  }

  private static ArchCondition<JavaClass> satisfy(String description, Rule rule) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        rule.check(type, events);
      }
    };
  }
}
