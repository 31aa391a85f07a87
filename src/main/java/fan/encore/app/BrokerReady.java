package fan.encore.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the broker can be reached. It never makes the node unready: Encore sells with the
 * broker down, and messages wait in their rows.
 */
@Readiness
@ApplicationScoped
public class BrokerReady implements HealthCheck {

  private static final int PATIENCE_MILLIS = 500;

  @Inject
  @ConfigProperty(name = "ENCORE_BROKER_HOST")
  private String host;

  @Inject
  @ConfigProperty(name = "ENCORE_BROKER_PORT")
  private int port;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").up().withData("reachable", isReachable()).build();
  }

  /** A connection and nothing more: the adapter's own would wait for minutes. */
  public boolean isReachable() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException unreachable) {
      return false;
    }
  }
}
