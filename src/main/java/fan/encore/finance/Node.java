package fan.encore.finance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This server process. A restarted server is another node: what the old one ran is abandoned. */
@ApplicationScoped
public class Node {

  private final String name = "node-" + UUID.randomUUID();

  public String name() {
    return name;
  }
}
