package fan.encore.app.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Dresses the cookie of the servlet session, which holds nothing but view state. Where Encore is
 * reached by https it is bound to this very host (RFC 6265bis, section 4.1.3.2: the prefix asks for
 * Secure, the path / and no domain). SameSite is set in {@code payara-web.xml}.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    if (isHttps(ConfigProvider.getConfig().getValue("ENCORE_BASE_URL", String.class))) {
      cookie.setName("__Host-JSESSIONID");
      cookie.setSecure(true);
    }
  }

  static boolean isHttps(String baseUrl) {
    return baseUrl.toLowerCase(Locale.ROOT).startsWith("https:");
  }
}
