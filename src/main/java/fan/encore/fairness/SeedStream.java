package fan.encore.fairness;

import fan.encore.shared.Codes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The randomness of one draw call, made from the server's seed, the fan's seed and the number of
 * the call: {@code encore-random/1}, as the specification page writes it down. Whoever knows the
 * three knows every choice; whoever lacks one of them knows none.
 *
 * <p>Block {@code k} of slot {@code s} is HMAC-SHA256 under the server seed of {@code
 * clientSeed:nonce:s:k}, read as four unsigned big-endian words of 64 bits. A choice among {@code
 * n} takes the next word and throws it away if it lies in the unfinished last round of {@code n},
 * whose remainders would favour small results (modulo bias). Slots do not influence each other.
 *
 * <p>For one thread at a time.
 */
public final class SeedStream {

  /** Name of these rules, as leaves and receipts carry it. */
  public static final String VERSION = "encore-random/1";

  /** Bytes of a server seed. */
  public static final int SEED_BYTES = 32;

  private static final int MOST_CLIENT_SEED = 64;
  private static final int BLOCK_BYTES = 64;
  private static final int WORDS = 4;

  private final MessageDigest sha256;
  private final byte[] innerKey = new byte[BLOCK_BYTES];
  private final byte[] outerKey = new byte[BLOCK_BYTES];
  private final byte[] message;
  private final int prefix;

  /**
   * @param serverSeed {@value #SEED_BYTES} bytes
   * @param clientSeed 1 to 64 visible ASCII characters
   * @param nonce 0 or more: number of the call in its chain
   * @throws IllegalArgumentException if one of them is not so
   */
  public SeedStream(byte[] serverSeed, String clientSeed, long nonce) {
    if (serverSeed.length != SEED_BYTES) {
      throw new IllegalArgumentException("A server seed has 32 bytes, not " + serverSeed.length);
    }
    if (!isClientSeed(clientSeed)) {
      throw new IllegalArgumentException("A client seed has 1 to 64 visible ASCII characters");
    }
    if (nonce < 0) {
      throw new IllegalArgumentException("A nonce is not negative: " + nonce);
    }
    sha256 = digest();
    Arrays.fill(innerKey, (byte) 0x36);
    Arrays.fill(outerKey, (byte) 0x5c);
    for (int i = 0; i < SEED_BYTES; i++) {
      innerKey[i] ^= serverSeed[i];
      outerKey[i] ^= serverSeed[i];
    }
    byte[] start = (clientSeed + ':' + nonce + ':').getBytes(StandardCharsets.US_ASCII);
    prefix = start.length;
    // Two numbers of at most ten digits and a colon follow.
    message = Arrays.copyOf(start, prefix + 21);
  }

  /** Whether this can be a fan's seed: 1 to 64 visible ASCII characters, no space. */
  public static boolean isClientSeed(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_CLIENT_SEED
        && text.chars().allMatch(c -> c >= '!' && c <= '~');
  }

  /** What is published before a seed is used: lower-case hexadecimal SHA-256 of its bytes. */
  public static String commitment(byte[] serverSeed) {
    return Codes.sha256(serverSeed);
  }

  /**
   * The choices of one slot, from their beginning.
   *
   * @param slot 0 for the first prize of the call
   */
  public Luck slot(int slot) {
    if (slot < 0) {
      throw new IllegalArgumentException("A slot is not negative: " + slot);
    }
    return new Slot(slot);
  }

  private byte[] block(int slot, int number) {
    int end = write(slot, prefix);
    message[end++] = ':';
    end = write(number, end);
    sha256.update(innerKey);
    sha256.update(message, 0, end);
    byte[] inner = sha256.digest();
    sha256.update(outerKey);
    return sha256.digest(inner);
  }

  /** Writes a number in decimal digits and returns where it ends. */
  private int write(int number, int start) {
    int end = start + 1;
    for (int rest = number / 10; rest > 0; rest /= 10) {
      end++;
    }
    int rest = number;
    for (int i = end - 1; i >= start; i--) {
      message[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private final class Slot implements Luck {

    private final int slot;
    private int blocks;
    private int next = WORDS;
    private byte[] block;

    Slot(int slot) {
      this.slot = slot;
    }

    @Override
    public long below(long n) {
      if (n < 1 || n > MOST) {
        throw new IllegalArgumentException("A bound is 1 to 2^62, not " + n);
      }
      if (n == 1) {
        return 0;
      }
      long word = word();
      // Most words lie below 2^64 - n and are taken without knowing where the last round begins.
      if (Long.compareUnsigned(word, -n) >= 0) {
        long unfinished = Long.remainderUnsigned(-n, n);
        while (unfinished != 0 && Long.compareUnsigned(word, -unfinished) >= 0) {
          word = word();
        }
      }
      return Long.remainderUnsigned(word, n);
    }

    private long word() {
      if (next == WORDS) {
        block = block(slot, blocks++);
        next = 0;
      }
      long word = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        word = word << Byte.SIZE | block[next * Long.BYTES + i] & 0xff;
      }
      next++;
      return word;
    }
  }
}
