package fan.encore.app.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A demonstration is ready when its stage is set. */
@Readiness
@ApplicationScoped
public class DemoReady implements HealthCheck {

  @Inject private Curtain curtain;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo").status(curtain.isRisen()).build();
  }
}
