package fan.encore.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with Argon2id, two at a time: each takes about 60 ms and 19 MiB, and
 * a flood of sign-ins must not starve the sales. Never called inside a transaction.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Passwords {

  private static final int AT_ONCE = 2;
  private static final int WAITING_AT_MOST = 100;
  private static final int WAIT_SECONDS = 8;

  /** Compared with when there is no account, so that a stranger learns nothing from the time. */
  private static final String NOBODY = Argon2id.hash("nobody has this password");

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /**
   * @return a PHC string
   * @throws TooManyHashes after 8 s without a free place, or at once when 100 wait already
   */
  public String hash(String password) {
    return inPlace(() -> Argon2id.hash(normal(password)));
  }

  /**
   * @param phc what {@link #hash} returned, or null when there is no account: then the answer is
   *     false after the same work
   * @throws TooManyHashes as {@link #hash}
   */
  public boolean matches(String password, String phc) {
    boolean equal = inPlace(() -> Argon2id.matches(normal(password), phc == null ? NOBODY : phc));
    return equal && phc != null;
  }

  /**
   * The same characters typed on another device are the same password (NIST SP 800-63B 3.1.1.2).
   */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inPlace(Supplier<T> work) {
    try {
      if (places.getQueueLength() >= WAITING_AT_MOST
          || !places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TooManyHashes();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyHashes();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
