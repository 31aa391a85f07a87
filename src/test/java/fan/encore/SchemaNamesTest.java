package fan.encore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/**
 * What the API takes and gives has a name of its own in its description. Two of one name would be
 * described as one: the server goes by simple names.
 */
class SchemaNamesTest {

  private final Set<Class<?>> seen = new HashSet<>();
  private final Map<String, Set<String>> named = new TreeMap<>();

  @Test
  void noTwoShapesHaveOneName() {
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fan.encore")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .filter(SchemaNamesTest::answersRequests)
            .forEach(this::look);
    List<String> shared =
        named.values().stream().filter(shapes -> shapes.size() > 1).map(Set::toString).toList();
    assertEquals(List.of(), shared);
  }

  private static boolean answersRequests(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private void look(Method method) {
    look(method.getGenericReturnType());
    Arrays.stream(method.getGenericParameterTypes()).forEach(this::look);
  }

  private void look(Type type) {
    if (type instanceof ParameterizedType generic) {
      look(generic.getRawType());
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::look);
    } else if (type instanceof Class<?> shape
        && shape.getName().startsWith("fan.encore")
        && seen.add(shape)) {
      Schema schema = shape.getAnnotation(Schema.class);
      String name = schema == null ? shape.getSimpleName() : schema.name();
      named.computeIfAbsent(name, same -> new TreeSet<>()).add(shape.getName());
      if (shape.isRecord()) {
        Arrays.stream(shape.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .forEach(this::look);
      }
    }
  }
}
