package fan.encore.event.web;

import fan.encore.event.EventPictures;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** The pictures on the studio's page of an event. */
@Named
@ViewScoped
public class StudioPicturesPage implements Serializable {

  @Inject private EventPictures pictures;
  @Inject private StudioEventPage page;
  @Inject private Caller caller;

  private Part file;
  private String alt;

  /** Adds the chosen file behind the other pictures. */
  public void upload() throws IOException {
    try (InputStream bytes = file.getInputStream()) {
      pictures.add(caller.id(), page.getSlug(), bytes.readAllBytes(), alt == null ? "" : alt);
    }
    page.show("picture_saved");
  }

  /** Shows this one in lists and before all others. */
  public void first(long pictureId) {
    pictures.first(caller.id(), page.getSlug(), pictureId);
    page.show("picture_saved");
  }

  public void remove(long pictureId) {
    pictures.remove(caller.id(), page.getSlug(), pictureId);
    page.show("saved");
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getAlt() {
    return alt;
  }

  public void setAlt(String alt) {
    this.alt = alt;
  }
}
