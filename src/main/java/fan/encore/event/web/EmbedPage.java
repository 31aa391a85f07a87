package fan.encore.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The line that an organizer puts into another site. */
@Named
@RequestScoped
public class EmbedPage {

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** A slug has no character that means something in HTML. */
  public String code(String slug) {
    return "<script async src=\"" + baseUrl + "/widget.js\" data-event=\"" + slug + "\"></script>";
  }
}
