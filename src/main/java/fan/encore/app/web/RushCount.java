package fan.encore.app.web;

import fan.encore.messaging.Rush;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Counts who is being served, for {@link Rush}. Registered in {@code web.xml}. */
public class RushCount implements Filter {

  @Inject private Rush rush;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    rush.enter();
    try {
      chain.doFilter(request, response);
    } finally {
      rush.leave();
    }
  }
}
