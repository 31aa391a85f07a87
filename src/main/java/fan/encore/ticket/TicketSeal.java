package fan.encore.ticket;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Seals the content of QR codes and checks seals. The keys are rows that are never changed, so each
 * is read once per node; sealing the same ticket again gives the same text, because Ed25519 is
 * deterministic.
 */
@ApplicationScoped
public class TicketSeal {

  /** How long a telephone shows a rotating code before the next one. */
  public static final int WINDOW_SECONDS = RotatingSecret.WINDOW_SECONDS;

  private record Key(
      Ed25519PrivateKeyParameters secret, Ed25519PublicKeyParameters open, byte[] rotation) {
    Key(Ed25519PrivateKeyParameters secret) {
      this(secret, secret.generatePublicKey(), RotatingSecret.rotationKey(secret.getEncoded()));
    }
  }

  private final Map<Integer, Key> keys = new ConcurrentHashMap<>();
  private final Sql sql;

  @Inject
  public TicketSeal(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected TicketSeal() {
    this(null);
  }

  /**
   * The content of a ticket's printed QR code.
   *
   * @param keyId the key that the ticket was issued with
   * @param issue the ticket's current issue
   */
  public String seal(int keyId, String code, int issue) {
    byte[] content = SealedCode.printed(keyId, code, issue);
    return new SealedCode(keyId, code, issue, null, null, sign(keyId, content)).text();
  }

  /**
   * What a telephone needs to show a ticket's rotating code by itself.
   *
   * @param keyId the newest key of the ticket's event
   * @param issue the ticket's current issue
   */
  public Pass pass(int keyId, String code, int issue) {
    byte[] content = SealedCode.rotating(keyId, code, issue);
    return new Pass(
        new String(content, StandardCharsets.US_ASCII),
        Base32.encode(sign(keyId, content)),
        RotatingSecret.ofTicket(known(keyId).rotation(), code, issue));
  }

  /** What a genuine QR code says, or empty when the text is none of ours or was tampered with. */
  public Optional<Genuine> open(String text) {
    return SealedCode.parse(text)
        .filter(this::genuine)
        .map(read -> new Genuine(read.code(), read.issue(), read.window()));
  }

  /**
   * What a gate of an event needs to know a genuine code without asking: the event's keys, and the
   * older ones of all events.
   */
  public List<GateKey> gateKeys(String eventSlug) {
    return sql
        .list(
            "select k.id, k.event_id is not null from encore.ticket_key k where k.event_id is null"
                + " or k.event_id = (select id from encore.live_event where slug = ?) order by k.id",
            row -> Map.entry(row.getInt(1), row.getBoolean(2)),
            eventSlug)
        .stream()
        .map(
            row -> {
              Key key = known(row.getKey());
              byte[] rotation = row.getValue() ? key.rotation().clone() : null;
              return new GateKey(row.getKey(), key.open().getEncoded(), rotation);
            })
        .toList();
  }

  /**
   * A QR code that we made.
   *
   * @param code the ticket's code
   * @param issue the issue of its QR code; only the ticket's current one lets in
   * @param window half minutes since 1970 when a rotating code was shown, or null for a printed one
   */
  public record Genuine(String code, int issue, Long window) {}

  /**
   * A ticket on a telephone. A code is {@code head.window.mac.signature}, where the window counts
   * half minutes since 1970 and the MAC is the first 10 bytes, in Crockford's base 32, of
   * HMAC-SHA-256 over the window in decimal.
   *
   * @param secret 32 bytes, the key of the MAC
   */
  public record Pass(String head, String signature, byte[] secret) {}

  /**
   * @param publicKey 32 bytes of Ed25519
   * @param rotation 32 bytes that give the secrets of this event's tickets, or null for a key of
   *     all events, with which no rotating code is made
   */
  public record GateKey(int id, byte[] publicKey, byte[] rotation) {}

  private byte[] sign(int keyId, byte[] content) {
    return sign(known(keyId), content);
  }

  private static byte[] sign(Key key, byte[] content) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key.secret());
    signer.update(content, 0, content.length);
    return signer.generateSignature();
  }

  private boolean genuine(SealedCode read) {
    return key(read.keyId()).map(key -> signed(read, key) && fresh(read, key)).orElse(false);
  }

  /**
   * Whether the signature is the one that we make. Ed25519 is deterministic (RFC 8032, 5.1.6), and
   * to sign once more takes less than half the time that it takes to verify.
   */
  private static boolean signed(SealedCode read, Key key) {
    return MessageDigest.isEqual(sign(key, read.signed()), read.signature());
  }

  /** Made with the ticket's secret; whether the window is now is asked where the time is known. */
  private static boolean fresh(SealedCode read, Key key) {
    return read.window() == null
        || MessageDigest.isEqual(
            read.mac(),
            RotatingSecret.mac(
                RotatingSecret.ofTicket(key.rotation(), read.code(), read.issue()), read.window()));
  }

  private Key known(int keyId) {
    return key(keyId).orElseThrow(() -> new IllegalStateException("No ticket key " + keyId));
  }

  private Optional<Key> key(int keyId) {
    Key known = keys.get(keyId);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Key> read =
        sql.first(
            "select seed from encore.ticket_key where id = ?",
            row -> new Key(new Ed25519PrivateKeyParameters(row.getBytes(1), 0)),
            keyId);
    read.ifPresent(key -> keys.put(keyId, key));
    return read;
  }
}
