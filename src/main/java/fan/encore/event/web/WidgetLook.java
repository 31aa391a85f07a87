package fan.encore.event.web;

import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * How the widget looks, as the parameters of its address wish. What it cannot read, it ignores, so
 * that nothing foreign gets into the page.
 */
@Named
@RequestScoped
public class WidgetLook {

  private static final int WIDEST_RADIUS = 24;

  /** Above it white letters are hard to read (WCAG 2.2, 1.4.3: contrast of 4.5 to 1). */
  private static final double BRIGHTEST_UNDER_WHITE = 0.183;

  @Inject private HttpServletRequest request;
  @Inject private Caller caller;

  /** {@code en} or {@code ja}. */
  public String getLanguage() {
    String wished = request.getParameter("language");
    return wished == null
        ? caller.locale().getLanguage()
        : Texts.language(Locale.forLanguageTag(wished)).getLanguage();
  }

  /** {@code light}, {@code dark}, or null for what the reader's system says. */
  public String getTheme() {
    String wished = request.getParameter("theme");
    return "light".equals(wished) || "dark".equals(wished) ? wished : null;
  }

  /** The host's colour and corners as style properties. */
  public String getStyle() {
    StringBuilder style = new StringBuilder();
    String accent = request.getParameter("accent");
    if (accent != null && accent.matches("[0-9a-fA-F]{6}")) {
      String colour = "#" + accent;
      style.append("--c-brand:").append(colour);
      style.append(";--c-brand-strong:").append(colour);
      style.append(";--c-on-solid:").append(readableOn(accent)).append(';');
    }
    String radius = request.getParameter("radius");
    if (radius != null && radius.matches("[0-9]{1,2}")) {
      int pixels = Math.min(WIDEST_RADIUS, Integer.parseInt(radius));
      style.append("--widget-radius:").append(pixels).append("px;");
    }
    return style.isEmpty() ? null : style.toString();
  }

  /** Black or white, whichever is read more easily on the colour. */
  static String readableOn(String hex) {
    int colour = Integer.parseInt(hex, 16);
    double luminance =
        0.2126 * linear(colour >> 16 & 0xff)
            + 0.7152 * linear(colour >> 8 & 0xff)
            + 0.0722 * linear(colour & 0xff);
    return luminance > BRIGHTEST_UNDER_WHITE ? "#000000" : "#ffffff";
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
