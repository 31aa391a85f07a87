package fan.encore.checkin;

import fan.encore.ticket.TicketSeal;
import java.time.Instant;
import java.util.List;

/**
 * What a gate keeps to decide alone. It says which tickets there are without saying their codes: a
 * ticket's digest is the first 9 bytes of the SHA-256 of its code, in base 64.
 *
 * @param event slug
 * @param zone the event's time zone (IANA)
 * @param now the server's time: how far the gate's clock is off
 * @param next {@code since} of the next request, which then brings only what changed
 * @param full whether this is everything, or what changed
 * @param keys all that open this event's codes
 * @param types code and name of the ticket types; tickets name them by their place here, from 0
 * @param tickets each {@code digest type issue}, where the issue is 0 for a cancelled ticket
 * @param admissions each {@code digest list entries inside firstSeconds}, where inside is 0 or 1
 *     and the time of the first entry is in seconds since 1970
 */
public record DoorBundle(
    String event,
    String title,
    Instant startsAt,
    String zone,
    String venue,
    Instant now,
    Instant next,
    boolean full,
    List<TicketSeal.GateKey> keys,
    List<BundleType> types,
    List<CheckInList> lists,
    List<String> tickets,
    List<String> admissions) {

  /** A ticket type. */
  public record BundleType(String code, String name) {}
}
