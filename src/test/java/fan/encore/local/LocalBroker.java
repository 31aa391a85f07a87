package fan.encore.local;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * A real Artemis broker on a loopback port with its journal on disk; in this JVM, or a process of
 * its own by main.
 */
public final class LocalBroker implements AutoCloseable {

  /** Held, because the logging system forgets the level of a logger that nobody holds. */
  private static final Logger QUIET = Logger.getLogger("org.apache.activemq");

  private final EmbeddedActiveMQ broker;

  private LocalBroker(EmbeddedActiveMQ broker) {
    this.broker = broker;
  }

  public static LocalBroker start(Path dir, int port) throws Exception {
    QUIET.setLevel(Level.SEVERE);
    Configuration configuration =
        new ConfigurationImpl()
            .setName("encore-local")
            .setJournalDirectory(dir.resolve("journal").toString())
            .setBindingsDirectory(dir.resolve("bindings").toString())
            .setLargeMessagesDirectory(dir.resolve("large").toString())
            .setPagingDirectory(dir.resolve("paging").toString())
            .setJournalType(JournalType.NIO)
            .setPersistenceEnabled(true)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port);
    configuration.addAddressSetting(
        "encore.#",
        new AddressSettings()
            .setExpiryAddress(SimpleString.of("encore.dead"))
            .setDeadLetterAddress(SimpleString.of("encore.dead"))
            .setMaxDeliveryAttempts(5)
            .setRedeliveryDelay(1000)
            .setDefaultAddressRoutingType(RoutingType.ANYCAST)
            .setDefaultQueueRoutingType(RoutingType.ANYCAST));
    for (String queue :
        new String[] {"encore.mail", "encore.sms", "encore.ticket-pdf", "encore.dead"}) {
      configuration.addAddressConfiguration(
          new CoreAddressConfiguration()
              .setName(queue)
              .addRoutingType(RoutingType.ANYCAST)
              .addQueueConfiguration(
                  QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST)));
    }
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration);
    broker.start();
    return new LocalBroker(broker);
  }

  @Override
  public void close() {
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop cleanly", e);
    }
  }

  /** Arguments: directory, port. */
  public static void main(String[] arguments) throws Exception {
    start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println("broker ready");
    Thread.currentThread().join();
  }
}
