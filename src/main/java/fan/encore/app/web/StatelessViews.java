package fan.encore.app.web;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes public views transient before they are built. PrimeFaces writes its nonce into the view's
 * map, and so begins a session, before the render phase builds the view and finds {@code f:view
 * transient}; visitors must have no session.
 */
public class StatelessViews implements PhaseListener {

  private static final String MARK = "<ui:param name=\"stateless\" value=\"true\"/>";

  private final transient Map<String, Boolean> known = new ConcurrentHashMap<>();

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    UIViewRoot view = faces.getViewRoot();
    if (view != null && !faces.isPostback() && !faces.getResponseComplete()) {
      ExternalContext outside = faces.getExternalContext();
      if (known.computeIfAbsent(view.getViewId(), id -> isMarked(outside, id))) {
        view.setTransient(true);
      }
    }
  }

  private static boolean isMarked(ExternalContext outside, String viewId) {
    try (InputStream view = outside.getResourceAsStream(viewId)) {
      return view != null && new String(view.readAllBytes(), StandardCharsets.UTF_8).contains(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
