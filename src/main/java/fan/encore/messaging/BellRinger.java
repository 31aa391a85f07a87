package fan.encore.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one thread of this node that rings the {@link Doorbell}, at most every 50 ms. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class BellRinger {

  private static final Logger LOG = Logger.getLogger(BellRinger.class.getName());
  private static final long PAUSE_MILLIS = 50;

  @Resource private ManagedThreadFactory threads;
  @Inject private Doorbell doorbell;
  @Inject private Readiness readiness;

  private volatile boolean running = true;
  private Thread thread;

  @PostConstruct
  void start() {
    thread = threads.newThread(this::work);
    thread.setName("encore-doorbell");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void stop() {
    running = false;
    thread.interrupt();
  }

  private void work() {
    while (running) {
      try {
        if (readiness.isReady()) {
          doorbell.answer();
        }
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "The doorbell goes on after a failure", e);
      }
    }
  }
}
