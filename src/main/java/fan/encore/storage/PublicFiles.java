package fan.encore.storage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The stored files that anybody may see. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PublicFiles {

  private static final String PREFIX = "public/";

  @Inject private Storage storage;

  /** The file, or empty when there is none or it is not public. */
  public Optional<StoredFile> get(String key) {
    return key.startsWith(PREFIX) ? storage.get(key) : Optional.empty();
  }

  /** The hash of the file's bytes, or empty when there is none or it is not public. */
  public Optional<String> sha256(String key) {
    return key.startsWith(PREFIX) ? storage.sha256(key) : Optional.empty();
  }

  /** Whether the key contains the hash, so that it can never mean other bytes. */
  public static boolean unchangeable(String key, String sha256) {
    return key.contains(sha256.substring(0, 32));
  }
}
