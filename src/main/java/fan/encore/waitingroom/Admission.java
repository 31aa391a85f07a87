package fan.encore.waitingroom;

import java.time.Instant;

/**
 * A word that lets one account hold tickets of one event once. Account and event are in what is
 * signed, not in the word, so it is worth nothing to anybody else. {@code encore.use_admission} in
 * V036 reads it.
 *
 * @param token {@code EA1.<end, seconds since 1970>.<code of the place>.<signature>}
 * @param until first moment at which it admits no more
 */
public record Admission(String token, Instant until) {

  static Admission of(RoomKey key, long eventId, long accountId, String code, Instant until) {
    long end = until.getEpochSecond();
    String text = "encore-admission/1:" + eventId + ":" + accountId + ":" + end + ":" + code;
    return new Admission("EA1." + end + "." + code + "." + key.mac(text), until);
  }
}
