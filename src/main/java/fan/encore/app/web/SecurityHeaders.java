package fan.encore.app.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The headers of every answer, errors included. Nothing is cached unless whoever answers says so.
 * Registered first in {@code web.xml}.
 */
public class SecurityHeaders implements Filter {

  static final String POLICY = "Content-Security-Policy";

  private static final String STRICT =
      "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none';"
          + " img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; form-action 'self';"
          + " script-src 'self'";

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = new OnePolicy((HttpServletResponse) response);
    answer.setHeader(POLICY, STRICT);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    answer.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (baseUrl.startsWith("https:")) {
      answer.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (!isStatic((HttpServletRequest) request)) {
      answer.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, answer);
  }

  private static boolean isStatic(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/media/");
  }

  /**
   * Faces writes its own policy with a nonce; two policies would both apply, so the later one
   * replaces the first.
   */
  private static final class OnePolicy extends HttpServletResponseWrapper {

    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (POLICY.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
