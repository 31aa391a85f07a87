package fan.encore.messaging;

/** The work behind a queue; a CDI bean. It may be asked twice for the same row. */
public interface OutboxWork {

  /** The queue whose rows it performs, one of {@link Queues}. */
  String queue();

  /**
   * Does the work of a row, outside any transaction, in at most 50 s: after 60 s the row is given
   * to another worker.
   *
   * @throws NotDeliverable when trying again is hopeless; the row is DEAD at once
   * @throws Exception for any other problem; the row is tried again later
   */
  void perform(OutboxRow row) throws Exception;

  /** Nothing waits at the moment: what was kept open for the next row may go. */
  default void rest() {}
}
