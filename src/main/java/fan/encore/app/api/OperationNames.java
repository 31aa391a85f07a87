package fan.encore.app.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Names every operation by its method and path, such as {@code postBannersCodeDraws}: the names of
 * Java methods are not unique, and generated clients need names that are (OpenAPI 3.0.0, Operation
 * Object). Lists each tag once.
 */
public class OperationNames implements OASFilter {

  private static final String BASE = "/api/v1";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() != null) {
      api.getPaths().getPathItems().forEach(OperationNames::name);
    }
    if (api.getTags() != null) {
      List<Tag> once = new ArrayList<>();
      for (Tag tag : api.getTags()) {
        if (once.stream().noneMatch(earlier -> earlier.getName().equals(tag.getName()))) {
          once.add(tag);
        }
      }
      api.setTags(once);
    }
  }

  private static void name(String path, PathItem item) {
    item.getOperations()
        .forEach(
            (PathItem.HttpMethod method, Operation operation) ->
                operation.setOperationId(nameOf(method.name(), path)));
  }

  static String nameOf(String method, String path) {
    String rest = path.startsWith(BASE) ? path.substring(BASE.length()) : path;
    return method.toLowerCase(Locale.ROOT)
        + List.of(rest.split("[^A-Za-z0-9]+")).stream()
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }
}
