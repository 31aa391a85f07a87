package fan.encore.app.demo;

import static fan.encore.shared.Jsons.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Who and what is on stage: {@code demo/demo.json}. */
@ApplicationScoped
public class DemoScript {

  private JsonObject script;

  /** The entries of one part: artists, banners, venues or events. */
  public List<JsonObject> part(String name) {
    return read().getJsonArray(name).getValuesAs(JsonObject.class);
  }

  private synchronized JsonObject read() {
    if (script == null) {
      try (InputStream file = DemoScript.class.getResourceAsStream("/demo/demo.json");
          JsonReader reader = JSON.createReader(file)) {
        script = reader.readObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return script;
  }
}
