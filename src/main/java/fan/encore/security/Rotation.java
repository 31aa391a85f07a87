package fan.encore.security;

import fan.encore.shared.Codes;
import java.time.Duration;
import java.time.Instant;

/**
 * The rules of exchanging a refresh token (RFC 9700 4.14.2): once; within a grace of 10 s again,
 * for the same successor, because clients lose answers; after that it is stolen goods and its whole
 * family ends.
 */
final class Rotation {

  static final Duration GRACE = Duration.ofSeconds(10);

  /** What to do with a token that was exchanged before. */
  enum Verdict {
    SAME_SUCCESSOR,
    REUSED
  }

  private Rotation() {}

  /**
   * The next token. Who has the database alone cannot make it, and neither can who has the token
   * alone.
   *
   * @param salt drawn at the first exchange and stored
   */
  static String successor(String token, String salt) {
    return Codes.sha256(salt + "." + token);
  }

  /**
   * @param usedAt when it was exchanged first
   * @param successorUsed whether the client got the answer and used it already
   */
  static Verdict again(Instant usedAt, boolean successorUsed, Instant now) {
    boolean lostAnswer = !successorUsed && !now.isAfter(usedAt.plus(GRACE));
    return lostAnswer ? Verdict.SAME_SUCCESSOR : Verdict.REUSED;
  }
}
