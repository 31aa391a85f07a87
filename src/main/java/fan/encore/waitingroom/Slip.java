package fan.encore.waitingroom;

/**
 * What a waiting browser shows each time it asks: the number of its place in the queue's book,
 * signed, so that it is answered without knowing who asks. It entitles to nothing but an answer.
 *
 * @param eventId whose queue
 * @param number of the row, not the place
 */
record Slip(long eventId, long number) {

  /** 64 bits of a signature are enough for a question that anybody may ask. */
  private static final int SIGNATURE = 16;

  private static final int MOST_DIGITS = 18;

  /** The slip as one word of a URL. */
  String signed(RoomKey key) {
    return eventId + "-" + number + "-" + key.mac(text()).substring(0, SIGNATURE);
  }

  /**
   * Reads a slip without believing it.
   *
   * @return null if it is none
   */
  static Slip read(String word) {
    int first = word.indexOf('-');
    int second = word.indexOf('-', first + 1);
    if (first < 1 || second < 0 || word.length() - second - 1 != SIGNATURE) {
      return null;
    }
    long event = digits(word, 0, first);
    long number = digits(word, first + 1, second);
    return event < 0 || number < 0 ? null : new Slip(event, number);
  }

  /** Whether the word that it was read from is signed with this key. */
  boolean isOf(RoomKey key, String word) {
    return key.signed(text(), word.substring(word.length() - SIGNATURE));
  }

  private String text() {
    return "encore-slip/1:" + eventId + ":" + number;
  }

  private static long digits(String word, int from, int to) {
    if (to == from || to - from > MOST_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
