package fan.encore.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what this node has sent since it started, by queue. */
@ApplicationScoped
public class SentCounter {

  @Inject private MetricRegistry registry;

  /** One more message of the queue is out. */
  public void sent(String queue) {
    registry.counter("encore_messages_sent", new Tag("queue", queue)).inc();
  }
}
