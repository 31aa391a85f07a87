package fan.encore.gacha;

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

/** The one thread of this node that tells {@link DrawNews}, at most every 50 ms. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class DrawHerald {

  private static final Logger LOG = Logger.getLogger(DrawHerald.class.getName());
  private static final long PAUSE_MILLIS = 50;

  @Resource private ManagedThreadFactory threads;
  @Inject private DrawNews news;

  private volatile boolean running = true;
  private Thread thread;

  @PostConstruct
  void start() {
    thread = threads.newThread(this::work);
    thread.setName("encore-draw-herald");
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
        news.tell();
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.FINE, "These draws reach open pages later", e);
      }
    }
  }
}
