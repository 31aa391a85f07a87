package fan.encore.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that wallets' passes are signed with, as the settings name them. A key that cannot be
 * read is told once in the log, and then there are no passes of that kind.
 */
@ApplicationScoped
public class PassSettings {

  private static final Logger LOG = Logger.getLogger(PassSettings.class.getName());

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  @Inject
  @ConfigProperty(name = "ENCORE_APPLE_PASS_P12")
  private Optional<String> appleStore;

  @Inject
  @ConfigProperty(name = "ENCORE_APPLE_PASS_PASSWORD")
  private Optional<String> applePassword;

  @Inject
  @ConfigProperty(name = "ENCORE_GOOGLE_WALLET_ISSUER")
  private Optional<String> googleIssuer;

  @Inject
  @ConfigProperty(name = "ENCORE_GOOGLE_WALLET_ACCOUNT")
  private Optional<String> googleAccount;

  @Inject
  @ConfigProperty(name = "ENCORE_GOOGLE_WALLET_KEY")
  private Optional<String> googleKey;

  private Optional<PassKey> apple;
  private Optional<GooglePass> google;

  synchronized Optional<PassKey> apple() {
    if (apple == null) {
      apple =
          read(
              "Apple's passes",
              () ->
                  appleStore
                      .map(store -> PassKey.of(store, applePassword.orElse("")))
                      .filter(PassKey::usable));
    }
    return apple;
  }

  synchronized Optional<GooglePass> google() {
    if (google == null) {
      google =
          read(
              "Google's passes",
              () ->
                  googleIssuer.flatMap(
                      issuer ->
                          googleAccount.flatMap(
                              account ->
                                  googleKey.map(key -> GooglePass.of(issuer, account, key)))));
    }
    return google;
  }

  /** Where the links are shown. */
  String origin() {
    return baseUrl;
  }

  private static <T> Optional<T> read(String what, Supplier<Optional<T>> key) {
    try {
      return key.get();
    } catch (IllegalArgumentException unreadable) {
      LOG.log(Level.WARNING, unreadable, () -> "No " + what + ": their key cannot be read");
      return Optional.empty();
    }
  }
}
