package fan.encore.app;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/**
 * The one door for work that nobody signed in started: timers, listeners, batch, provider webhooks
 * and demo data. What runs inside may call every use case and appears in the audit trail as SYSTEM.
 */
@Stateless
@RunAs("SYSTEM")
@DeclareRoles("SYSTEM")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemEntrance {

  /** Each use case called by the work has its own transaction. */
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }

  /** As {@link #call}, for work without an answer. */
  public void run(Runnable work) {
    work.run();
  }
}
