package fan.encore.gacha;

/**
 * What a draw took from one lot of diamonds.
 *
 * @param lot the lot's number
 * @param diamonds how many
 */
public record SpentLot(long lot, long diamonds) {}
