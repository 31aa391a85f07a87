package fan.encore.messaging;

import fan.encore.shared.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Metric {@code encore_messages} by state, read when it is looked at and at most every 10 s. Sent
 * messages are not counted in the table, which would be slow, but as they leave: {@link
 * SentCounter}.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MessageGauges {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

  @Inject private MetricRegistry registry;
  @Inject private Sql sql;

  private Map<MessageState, Long> counts;
  private long readAt;

  @PostConstruct
  void register() {
    for (MessageState state :
        new MessageState[] {MessageState.PENDING, MessageState.SENDING, MessageState.DEAD}) {
      registry.gauge(
          Metadata.builder()
              .withName("encore_messages")
              .withDescription("Messages in the outbox by state")
              .build(),
          () -> count(state),
          new Tag("state", state.name()));
    }
  }

  private synchronized long count(MessageState state) {
    if (counts == null || System.nanoTime() - readAt > FRESH_NANOS) {
      Map<MessageState, Long> fresh = new EnumMap<>(MessageState.class);
      sql.list(
              "select state, count(*) from encore.outbox_message where state <> 'SENT'"
                  + " group by state",
              row -> Map.entry(MessageState.valueOf(row.getString(1)), row.getLong(2)))
          .forEach(entry -> fresh.put(entry.getKey(), entry.getValue()));
      counts = fresh;
      readAt = System.nanoTime();
    }
    return counts.getOrDefault(state, 0L);
  }
}
