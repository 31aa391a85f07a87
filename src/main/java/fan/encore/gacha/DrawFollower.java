package fan.encore.gacha;

import java.util.Collection;

/** Whoever wants to know of new draws, on this node. Called by one thread. */
public interface DrawFollower {

  /**
   * One who has just come, or who asks again.
   *
   * @param key tells the follower who it is
   * @param after the last draw she knows, or the empty text if she knows none
   */
  record Newcomer(Object key, long accountId, String after) {}

  /** Whether anybody is there to be told. */
  boolean present();

  /** Those who have come or asked since the last call; they are told at once what they missed. */
  Collection<Newcomer> newcomers();

  /** A fan has a new draw. */
  void drawn(long accountId, String code);

  /** A draw that a newcomer has missed; the earliest first. */
  void missed(Object key, String code);

  /** News may have been lost: all have to come anew. */
  void interrupted();

  /** Four times a second or more often. */
  void tick();
}
