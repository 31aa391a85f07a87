package fan.encore.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a QR code says. The printed one: {@code ENC1.<key>.<ticket code>.<issue>.<signature>}. The
 * rotating one of a telephone: {@code ENC2.<key>.<ticket code>.<issue>.<window>.<mac>.<signature>},
 * where the window counts half minutes since 1970 and the MAC proves that the telephone knew the
 * ticket's secret in that window ({@link RotatingSecret}). The signature is Ed25519 (RFC 8032) over
 * the first four words, written in Crockford's base 32; the two forms sign different bytes, so that
 * no printed code can be made of a rotating one. Only characters of a QR code's alphanumeric mode,
 * so that the picture stays coarse and a scanner that types in capitals or in small letters is
 * understood alike.
 *
 * @param keyId which key signed it
 * @param code the ticket's public code
 * @param issue rises when a ticket's QR code is replaced
 * @param window half minutes since 1970 in a rotating code, else null
 * @param mac 10 bytes in a rotating code, else null; checked by nobody yet
 * @param signature 64 bytes, checked by nobody yet
 */
record SealedCode(int keyId, String code, int issue, Long window, byte[] mac, byte[] signature) {

  static final int SIGNATURE_BYTES = 64;
  static final int MAC_BYTES = 10;

  private static final Pattern FORM =
      Pattern.compile(
          "ENC([12])\\.([1-9][0-9]{0,8})\\.(T[0-9A-Z]{12})\\.([1-9][0-9]{0,8})"
              + "(?:\\.([0-9]{1,10})\\.([0-9A-Z]{16}))?\\.([0-9A-Z]{103})");

  /** The code in this text, whatever its case, or empty when it is something else. */
  static Optional<SealedCode> parse(String text) {
    Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!form.matches() || form.group(1).equals("2") != (form.group(5) != null)) {
      return Optional.empty();
    }
    boolean rotating = form.group(5) != null;
    Optional<byte[]> mac =
        rotating ? Base32.decode(form.group(6), MAC_BYTES) : Optional.of(new byte[0]);
    Optional<byte[]> signature = Base32.decode(form.group(7), SIGNATURE_BYTES);
    if (mac.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SealedCode(
            Integer.parseInt(form.group(2)),
            form.group(3),
            Integer.parseInt(form.group(4)),
            rotating ? Long.valueOf(form.group(5)) : null,
            rotating ? mac.get() : null,
            signature.get()));
  }

  /** The bytes that the signature of a printed code covers. */
  static byte[] printed(int keyId, String code, int issue) {
    return bytes("ENC1", keyId, code, issue);
  }

  /** The bytes that the signature of a rotating code covers. */
  static byte[] rotating(int keyId, String code, int issue) {
    return bytes("ENC2", keyId, code, issue);
  }

  /** The bytes that this code's signature covers. */
  byte[] signed() {
    return window == null ? printed(keyId, code, issue) : rotating(keyId, code, issue);
  }

  /** The content of the QR code. */
  String text() {
    String middle = window == null ? "" : "." + window + "." + Base32.encode(mac);
    return new String(signed(), StandardCharsets.US_ASCII)
        + middle
        + "."
        + Base32.encode(signature);
  }

  private static byte[] bytes(String form, int keyId, String code, int issue) {
    return (form + "." + keyId + "." + code + "." + issue).getBytes(StandardCharsets.US_ASCII);
  }
}
