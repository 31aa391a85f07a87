package fan.encore.fairness.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code /fairness/specification}: the text that is also there to download. */
@Named
@RequestScoped
public class SpecificationPage {

  private static final String FILE = "/fairness/encore-fairness.txt";

  /** The specification as it is, in English. */
  public String getText() {
    try (InputStream in =
        FacesContext.getCurrentInstance().getExternalContext().getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
