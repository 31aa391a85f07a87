package fan.encore.app.demo;

import fan.encore.app.SystemEntrance;
import fan.encore.fairness.LogSequencer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the demonstration on stage at the first start, where {@code ENCORE_DEMO} asks for it. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoData {

  private static final Logger LOG = Logger.getLogger(DemoData.class.getName());

  @Inject
  @ConfigProperty(name = "ENCORE_DEMO", defaultValue = "false")
  private boolean wanted;

  @Resource private ManagedExecutorService threads;
  @Inject private SystemEntrance system;
  @Inject private DemoCast cast;
  @Inject private DemoStage stage;
  @Inject private DemoShelf shelf;
  @Inject private DemoCrowd crowd;
  @Inject private LogSequencer log;
  @Inject private Curtain curtain;

  @PostConstruct
  void start() {
    if (wanted) {
      threads.execute(this::play);
    } else {
      curtain.rise();
    }
  }

  private void play() {
    try {
      system.run(
          () -> {
            cast.enter();
            stage.set();
            shelf.fill();
            log.sequence();
          });
      curtain.rise();
      system.run(crowd::come);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The demonstration data are incomplete", e);
    }
  }
}
