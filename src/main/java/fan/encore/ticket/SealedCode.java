package fan.encore.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a QR code says: {@code ENC1.<key>.<ticket code>.<issue>.<signature>}. Only characters of a
 * QR code's alphanumeric mode, so that the picture stays coarse and a scanner that types in
 * capitals or in small letters is understood alike. The signature is Ed25519 (RFC 8032) over
 * everything before its dot, written in Crockford's base 32. Another form of content will have
 * another first word.
 *
 * @param keyId which key signed it
 * @param code the ticket's public code
 * @param issue rises when a ticket's QR code is replaced
 * @param signature 64 bytes, checked by nobody yet
 */
record SealedCode(int keyId, String code, int issue, byte[] signature) {

  static final int SIGNATURE_BYTES = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "ENC1\\.([1-9][0-9]{0,4})\\.(T[0-9A-Z]{12})\\.([1-9][0-9]{0,8})\\.([0-9A-Z]{103})");

  /** The code in this text, whatever its case, or empty when it is something else. */
  static Optional<SealedCode> parse(String text) {
    Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    return Base32.decode(form.group(4), SIGNATURE_BYTES)
        .map(
            signature ->
                new SealedCode(
                    Integer.parseInt(form.group(1)),
                    form.group(2),
                    Integer.parseInt(form.group(3)),
                    signature));
  }

  /** The bytes that the signature covers. */
  static byte[] signed(int keyId, String code, int issue) {
    return head(keyId, code, issue).getBytes(StandardCharsets.US_ASCII);
  }

  /** The content of the QR code. */
  String text() {
    return head(keyId, code, issue) + "." + Base32.encode(signature);
  }

  private static String head(int keyId, String code, int issue) {
    return "ENC1." + keyId + "." + code + "." + issue;
  }
}
