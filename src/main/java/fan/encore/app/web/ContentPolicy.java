package fan.encore.app.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the content security policy in {@code web.xml} takes from the settings. */
@Named("contentPolicy")
@ApplicationScoped
public class ContentPolicy {

  @Inject
  @ConfigProperty(name = "ENCORE_SANDBOX_URL")
  private String sandboxUrl;

  /**
   * Where our forms may lead: browsers follow {@code form-action} through redirects, and paying
   * ends at the provider's own page.
   */
  public String getPaymentOrigins() {
    URI provider = URI.create(sandboxUrl);
    return provider.getScheme() + "://" + provider.getAuthority();
  }
}
