package fan.encore.ticket;

import java.util.Optional;

/** Crockford's base 32 in capitals, most significant bit first, without padding. */
final class Base32 {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length * Byte.SIZE + BITS - 1) / BITS);
    int buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = buffer << Byte.SIZE | next & 0xff;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt(buffer >> held & 31));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(ALPHABET.charAt(buffer << BITS - held & 31));
    }
    return text.toString();
  }

  /**
   * Exactly one text stands for given bytes: spare bits must be zero.
   *
   * @param length how many bytes are expected
   */
  static Optional<byte[]> decode(String text, int length) {
    byte[] bytes = new byte[length];
    int buffer = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      buffer = buffer << BITS | value;
      held += BITS;
      if (held >= Byte.SIZE) {
        if (at == length) {
          return Optional.empty();
        }
        held -= Byte.SIZE;
        bytes[at++] = (byte) (buffer >> held);
        buffer &= (1 << held) - 1;
      }
    }
    return at == length && buffer == 0 && held < BITS ? Optional.of(bytes) : Optional.empty();
  }
}
