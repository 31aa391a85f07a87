package fan.encore.waitlist;

import java.time.Instant;

/**
 * A ticket type with its waiting list.
 *
 * @param type its code within the event
 * @param artist whose medals may give priority, or null
 * @param over whether the list or the sale has ended
 * @param free tickets that anybody can buy
 * @param kept tickets that are kept for those who wait
 * @param waiting how many fans wait
 * @param tickets how many tickets they want
 */
public record WaitlistType(
    long id,
    String type,
    String name,
    String artist,
    WaitlistTerms terms,
    boolean over,
    int free,
    int kept,
    int waiting,
    int tickets,
    Instant saleUntil) {

  /** Whether a fan may join now. */
  public boolean joinable() {
    return terms.active() && !over && free == 0;
  }
}
