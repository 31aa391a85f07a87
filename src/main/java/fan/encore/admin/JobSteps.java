package fan.encore.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The steps of each job, as its own description in {@code META-INF/batch-jobs} names them. */
@ApplicationScoped
public class JobSteps {

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  /** Names of the steps in the order of the description; empty if there is no such job. */
  public List<String> of(String job) {
    return known.computeIfAbsent(job, JobSteps::read);
  }

  private static List<String> read(String job) {
    String path = "/META-INF/batch-jobs/" + job + ".xml";
    try (InputStream description = JobSteps.class.getResourceAsStream(path)) {
      return description == null ? List.of() : steps(description);
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException("The description of " + job + " cannot be read", e);
    }
  }

  private static List<String> steps(InputStream description) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(description);
    List<String> steps = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("step")) {
        steps.add(reader.getAttributeValue(null, "id"));
      }
    }
    return List.copyOf(steps);
  }
}
