package fan.encore.app;

import fan.encore.messaging.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready only when the database is at the newest version. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class MigrationsReady implements HealthCheck {

  @Inject private Readiness readiness;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("migrations").status(readiness.isReady()).build();
  }
}
