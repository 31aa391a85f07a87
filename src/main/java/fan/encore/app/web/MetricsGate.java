package fan.encore.app.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /metrics} tells how business goes, so it needs the token of {@code ENCORE_METRICS_TOKEN};
 * without one set, only this machine itself may read it. Everybody else is told that there is no
 * such page.
 */
public class MetricsGate implements Filter {

  @Inject
  @ConfigProperty(name = "ENCORE_METRICS_TOKEN")
  private Optional<String> token;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isAllowed((HttpServletRequest) request)) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean isAllowed(HttpServletRequest request) throws IOException {
    if (token.isEmpty()) {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
    String given = request.getHeader("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8));
  }
}
