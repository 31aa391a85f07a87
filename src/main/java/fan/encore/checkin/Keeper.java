package fan.encore.checkin;

/**
 * Who stands at the door, as the edge knows her.
 *
 * @param accountId a person, or who answers for a device
 * @param deviceId the device that asks, or null; it may scan at its own event only
 * @param anyEvent whether she may at every event, as administrators may
 */
public record Keeper(long accountId, Long deviceId, boolean anyEvent) {

  /** A person with her own events and those she was invited to. */
  public static Keeper of(long accountId) {
    return new Keeper(accountId, null, false);
  }
}
