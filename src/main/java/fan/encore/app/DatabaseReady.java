package fan.encore.app;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database Encore can answer nothing. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  @Inject private Sql sql;

  @Override
  public HealthCheckResponse call() {
    try {
      return HealthCheckResponse.named("database").status(sql.number("select 1") == 1).build();
    } catch (RuntimeException e) {
      return HealthCheckResponse.named("database").down().build();
    }
  }
}
