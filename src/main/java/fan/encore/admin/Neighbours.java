package fan.encore.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The servers that Encore talks to. Without them it sells on, and what leaves it waits. */
@ApplicationScoped
public class Neighbours {

  @Inject
  @ConfigProperty(name = "ENCORE_BROKER_HOST")
  private String brokerHost;

  @Inject
  @ConfigProperty(name = "ENCORE_BROKER_PORT")
  private int brokerPort;

  @Inject
  @ConfigProperty(name = "ENCORE_SMTP_HOST")
  private String smtpHost;

  @Inject
  @ConfigProperty(name = "ENCORE_SMTP_PORT")
  private int smtpPort;

  @Inject
  @ConfigProperty(name = "ENCORE_SMS_URL")
  private Optional<String> smsUrl;

  @Inject
  @ConfigProperty(name = "ENCORE_SANDBOX_URL")
  private String sandboxUrl;

  /** Broker, mail, SMS where there is one, payment provider. */
  public List<Vital> look() {
    return List.of(
        Line.to("broker", brokerHost, brokerPort),
        Line.to("mail", smtpHost, smtpPort),
        smsUrl
            .map(url -> Line.to("sms", url))
            .orElseGet(() -> new Vital("sms", Condition.CARE, List.of())),
        Line.to("provider", sandboxUrl));
  }
}
