package fan.encore.ticket;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  private record Key(Ed25519PrivateKeyParameters secret, Ed25519PublicKeyParameters open) {}

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
   * The content of a ticket's QR code.
   *
   * @param keyId the key that the ticket was issued with
   * @param issue the ticket's current issue
   */
  public String seal(int keyId, String code, int issue) {
    byte[] content = SealedCode.signed(keyId, code, issue);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(
        true,
        key(keyId).orElseThrow(() -> new IllegalStateException("No ticket key " + keyId)).secret());
    signer.update(content, 0, content.length);
    return new SealedCode(keyId, code, issue, signer.generateSignature()).text();
  }

  /** What a genuine QR code says, or empty when the text is none of ours or was tampered with. */
  public Optional<Genuine> open(String text) {
    return SealedCode.parse(text)
        .filter(this::genuine)
        .map(read -> new Genuine(read.code(), read.issue()));
  }

  /**
   * A QR code that we made.
   *
   * @param code the ticket's code
   * @param issue the issue of its QR code; only the ticket's current one lets in
   */
  public record Genuine(String code, int issue) {}

  private boolean genuine(SealedCode read) {
    return key(read.keyId())
        .map(
            key -> {
              byte[] content = SealedCode.signed(read.keyId(), read.code(), read.issue());
              Ed25519Signer signer = new Ed25519Signer();
              signer.init(false, key.open());
              signer.update(content, 0, content.length);
              return signer.verifySignature(read.signature());
            })
        .orElse(false);
  }

  private Optional<Key> key(int keyId) {
    Key known = keys.get(keyId);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Key> read =
        sql.first(
            "select seed from encore.ticket_key where id = ?",
            row -> {
              Ed25519PrivateKeyParameters secret =
                  new Ed25519PrivateKeyParameters(row.getBytes(1), 0);
              return new Key(secret, secret.generatePublicKey());
            },
            keyId);
    read.ifPresent(key -> keys.put(keyId, key));
    return read;
  }
}
