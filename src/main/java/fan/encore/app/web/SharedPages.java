package fan.encore.app.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;

/**
 * Lets caches between Encore and its visitors keep public pages for some seconds, as visitors see
 * them who have no cookie but that of the language. The header shows who is signed in, therefore a
 * browser asks again each time: browsers do not tell pages apart by cookies, shared caches do.
 * Banners are never kept, because a page must show the odds that draws follow at that moment.
 */
public class SharedPages implements PhaseListener {

  private static final long serialVersionUID = 1L;

  private static final String POLICY = "public, max-age=0, s-maxage=30";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RENDER_RESPONSE;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    var request = (HttpServletRequest) faces.getExternalContext().getRequest();
    var response = (HttpServletResponse) faces.getExternalContext().getResponse();
    if (faces.getViewRoot().isTransient()
        && !faces.getViewRoot().getViewId().startsWith("/gacha/")
        && faces.getMessageList().isEmpty()
        && response.getStatus() == HttpServletResponse.SC_OK
        && isForEverybody(request)) {
      response.setHeader("Cache-Control", POLICY);
      response.addHeader("Vary", "Cookie, Accept-Language");
    }
  }

  private static boolean isForEverybody(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return request.getMethod().equals("GET")
        && request.getUserPrincipal() == null
        && request.getHeader("Authorization") == null
        && Stream.of(cookies == null ? new Cookie[0] : cookies)
            .allMatch(cookie -> cookie.getName().equals(LanguageFilter.NAME));
  }
}
