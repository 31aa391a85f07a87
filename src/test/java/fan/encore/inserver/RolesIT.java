package fan.encore.inserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.app.SystemEntrance;
import fan.encore.order.Holds;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call what, edge by edge: without the mapping of every role, timers and listeners end in
 * access errors.
 */
@ExtendWith(ArquillianExtension.class)
class RolesIT {

  @Inject private RoleProbe probe;
  @Inject private Holds holds;
  @Inject private SystemEntrance system;
  @Resource private ManagedExecutorService threads;

  @Test
  void nobodySignedInMayCallNoUseCase() {
    assertThrows(EJBAccessException.class, probe::fan);
    assertThrows(EJBAccessException.class, probe::admin);
    assertThrows(EJBAccessException.class, probe::system);
    assertThrows(EJBAccessException.class, holds::holdTime);
  }

  @Test
  void theSystemMayCallEveryUseCase() throws Exception {
    assertEquals("SYSTEM", system.call(probe::fan));
    assertEquals("SYSTEM", system.call(probe::admin));
    assertEquals("SYSTEM", system.call(probe::system));
    assertEquals(Duration.ofMinutes(10), system.call(holds::holdTime));
  }

  @Test
  void aBackgroundThreadEntersAsTheSystemToo() throws Exception {
    String caller = threads.submit(() -> system.call(probe::admin)).get(10, TimeUnit.SECONDS);
    assertEquals("SYSTEM", caller);
  }
}
