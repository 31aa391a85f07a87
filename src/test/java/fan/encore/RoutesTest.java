package fan.encore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every path of the API is reached. The server asks only the resources whose own path has the most
 * letters in common with the address (Jakarta RESTful Web Services 3.1, section 3.7.2); what others
 * have below that path is hidden, and answers 404.
 */
class RoutesTest {

  private static final String VARIABLE = "\\{[^}]*\\}";

  private record Resource(String name, String root, List<String> paths) {

    static Resource of(JavaClass type) {
      String root = trimmed(type.getAnnotationOfType(Path.class).value());
      Stream<String> below =
          type.getMethods().stream()
              .filter(method -> method.isAnnotatedWith(Path.class))
              .map(method -> root + "/" + trimmed(method.getAnnotationOfType(Path.class).value()));
      return new Resource(
          type.getSimpleName(), root, Stream.concat(Stream.of(root), below).toList());
    }

    private int letters() {
      return root.replaceAll(VARIABLE, "").length();
    }

    private boolean hides(String path, Resource other) {
      String pattern = root.replaceAll(VARIABLE, "[^/]+") + "(/.*)?";
      return letters() > other.letters() && path.replaceAll(VARIABLE, "{}").matches(pattern);
    }
  }

  @Test
  void noResourceHidesThePathsOfAnother() {
    List<Resource> resources =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fan.encore")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(Resource::of)
                .toList();
    List<String> hidden = new ArrayList<>();
    for (Resource one : resources) {
      for (Resource other : resources) {
        other.paths().stream()
            .filter(path -> !path.equals(other.root()) && one.hides(path, other))
            .forEach(path -> hidden.add(one.name() + " hides " + path + " of " + other.name()));
      }
    }
    assertEquals(List.of(), hidden);
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
