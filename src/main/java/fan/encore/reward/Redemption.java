package fan.encore.reward;

import java.time.Instant;
import java.util.List;

/**
 * What a redemption brought.
 *
 * @param medals what was paid for all pieces
 * @param shipment code of the parcel, or null if nothing is sent by post
 * @param vouchers codes of the vouchers among it
 */
public record Redemption(
    String code,
    String rewardCode,
    String itemCode,
    int quantity,
    long medals,
    Instant redeemedAt,
    String shipment,
    List<String> vouchers) {}
