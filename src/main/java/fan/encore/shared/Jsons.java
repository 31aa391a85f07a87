package fan.encore.shared;

import jakarta.json.spi.JsonProvider;

/**
 * JSON without {@link jakarta.json.Json}, whose every call looks for the provider anew, through all
 * libraries: more work than a draw.
 */
public final class Jsons {

  /** Thread-safe, looked for once. */
  public static final JsonProvider JSON = JsonProvider.provider();

  private Jsons() {}
}
