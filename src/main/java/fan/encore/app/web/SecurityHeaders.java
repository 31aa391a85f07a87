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

  /** The widget is there to be framed by anybody; it has no form, no session and no secret. */
  private static final String FRAMED =
      STRICT
          .replace("frame-ancestors 'none'", "frame-ancestors *")
          .replace("form-action 'self'", "form-action 'none'");

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean framed = isWidget((HttpServletRequest) request);
    HttpServletResponse answer = new OnePolicy((HttpServletResponse) response, framed);
    ((HttpServletResponse) response).setHeader(POLICY, framed ? FRAMED : STRICT);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    // the server writes a stricter word by itself; browsers that know frame-ancestors heed neither
    answer.setHeader("X-Frame-Options", framed ? "ALLOWALL" : "DENY");
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

  private static boolean isWidget(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/widget/");
  }

  private static boolean isStatic(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/media/");
  }

  /**
   * Faces writes its own policy with a nonce; two policies would both apply, so the later one
   * replaces the first; that of the widget stays what it is.
   */
  private static final class OnePolicy extends HttpServletResponseWrapper {

    private final boolean fixed;

    OnePolicy(HttpServletResponse response, boolean fixed) {
      super(response);
      this.fixed = fixed;
    }

    @Override
    public void setHeader(String name, String value) {
      if (!fixed || !POLICY.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (POLICY.equalsIgnoreCase(name)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
