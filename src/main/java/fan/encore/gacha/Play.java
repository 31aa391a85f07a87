package fan.encore.gacha;

/**
 * One call of the engine.
 *
 * @param count how many prizes, 1 to 10
 * @param free true for the free draw of the day
 * @param day days since 1970-01-01 in the banner's zone
 */
public record Play(int count, boolean free, long day) {}
