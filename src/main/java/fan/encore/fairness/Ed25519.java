package fan.encore.fairness;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures of RFC 8032 with keys in their raw form, as signed notes carry them. */
final class Ed25519 {

  static final int KEY_BYTES = 32;

  /** What X.509 puts before the raw bytes of a public key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  /** What PKCS#8 puts before the raw bytes of a private key, up to its length (RFC 8410). */
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("300506032b657004220420");

  private Ed25519() {}

  /**
   * The raw private key out of its raw form or PKCS#8.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static byte[] seed(byte[] key) {
    if (key.length == KEY_BYTES) {
      return key.clone();
    }
    int start = 5 + ALGORITHM.length;
    if (key.length < start + KEY_BYTES
        || !Arrays.equals(key, 5, start, ALGORITHM, 0, ALGORITHM.length)) {
      throw new IllegalArgumentException("Neither 32 bytes nor PKCS#8 of Ed25519");
    }
    return Arrays.copyOfRange(key, start, start + KEY_BYTES);
  }

  /** The raw public key of a raw private key. */
  static byte[] publicKey(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, X509.length, encoded.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later have Ed25519", e);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later have Ed25519", e);
    }
  }

  /** Whether the signature is that of the key; false for whatever is malformed. */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
      System.arraycopy(publicKey, 0, encoded, X509.length, KEY_BYTES);
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Makes the platform's generator derive a public key: its only choice is the private one. */
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] wanted) {
      System.arraycopy(bytes, 0, wanted, 0, wanted.length);
    }
  }
}
