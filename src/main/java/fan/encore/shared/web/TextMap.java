package fan.encore.shared.web;

import fan.encore.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The texts for views, in the view's language: {@code #{text['event.search.title']}}, and with
 * values {@code #{text.of('order.total', order.total)}}.
 */
@Named("text")
@ApplicationScoped
public class TextMap extends AbstractMap<String, String> {

  /** The text of a key; for null the empty text. */
  @Override
  public String get(Object key) {
    return key == null ? "" : Texts.get(locale(), key.toString());
  }

  @Override
  public boolean containsKey(Object key) {
    return key != null && Texts.find(locale(), key.toString()).isPresent();
  }

  public String of(String key, Object first) {
    return Texts.get(locale(), key, first);
  }

  public String of(String key, Object first, Object second) {
    return Texts.get(locale(), key, first, second);
  }

  public String of(String key, Object first, Object second, Object third) {
    return Texts.get(locale(), key, first, second, third);
  }

  /** Empty: texts are asked for by key, never listed. */
  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  private static Locale locale() {
    FacesContext faces = FacesContext.getCurrentInstance();
    UIViewRoot view = faces == null ? null : faces.getViewRoot();
    return view == null ? Texts.LANGUAGES[0] : view.getLocale();
  }
}
