package fan.encore.gacha;

import java.time.Instant;

/**
 * A banner in the administrators' table.
 *
 * @param prizes how many prizes its odds name
 * @param oddsVersion the version in force
 * @param draws how many prizes were drawn so far
 * @param diamonds what fans spent on it, free and paid together
 */
public record BannerRow(
    String code,
    String title,
    String artistName,
    Instant opensAt,
    Instant closesAt,
    Phase phase,
    long priceOne,
    int prizes,
    int oddsVersion,
    long draws,
    long diamonds) {}
