package fan.encore.finance;

import fan.encore.messaging.Http;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the sandbox provider's settlement files come from. Never asked inside a transaction. */
@ApplicationScoped
public class SettlementSource {

  /** The provider's name in our rows and accounts. */
  public static final String PROVIDER = "sandbox";

  private static final Duration ANSWER = Duration.ofSeconds(30);

  private Optional<String> url;
  private Optional<String> key;

  /** For the container. */
  public SettlementSource() {}

  /** Without address or key no file can be had. */
  @Inject
  public SettlementSource(
      @ConfigProperty(name = "ENCORE_SANDBOX_URL") Optional<String> url,
      @ConfigProperty(name = "ENCORE_SANDBOX_KEY") Optional<String> key) {
    this.url = url;
    this.key = key;
  }

  /**
   * The provider's file of a UTC day.
   *
   * @throws NoSettlementFile if the provider does not answer with one
   */
  public byte[] fetch(LocalDate day) {
    String base = url.orElseThrow(() -> new NoSettlementFile(day, "ENCORE_SANDBOX_URL"));
    String token = key.orElseThrow(() -> new NoSettlementFile(day, "ENCORE_SANDBOX_KEY"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/v1/settlements/" + day + ".csv"))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/csv")
            .build();
    try {
      HttpResponse<byte[]> answer = Http.send(request);
      if (answer.statusCode() != 200 || answer.body().length == 0) {
        throw new NoSettlementFile(day, "HTTP " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new NoSettlementFile(day, e.toString());
    }
  }
}
