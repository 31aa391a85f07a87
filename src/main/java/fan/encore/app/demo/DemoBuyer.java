package fan.encore.app.demo;

import fan.encore.messaging.Http;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Stands at the sandbox provider's payment page and presses its buttons, as a fan would. */
@ApplicationScoped
public class DemoBuyer {

  /**
   * @param page address of the provider's payment page
   */
  public void approve(String page) {
    press(page, "approve");
  }

  /**
   * @param page address of the provider's payment page
   */
  public void decline(String page) {
    press(page, "decline");
  }

  private void press(String page, String button) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page + "/" + button))
            .timeout(Duration.ofSeconds(15))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      Http.send(request);
    } catch (IOException e) {
      throw new IllegalStateException("The payment page did not answer", e);
    }
  }
}
