package fan.encore.messaging;

/** Trying again is hopeless: the address does not exist, a setting is missing. */
public class NotDeliverable extends Exception {

  /**
   * @param reason for administrators; addresses in it are masked
   */
  public NotDeliverable(String reason) {
    super(reason);
  }
}
