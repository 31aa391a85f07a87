package fan.encore.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;

/**
 * What every listener does when the bell of its queue rings: it takes the rows that wait. It has no
 * transaction, else the server makes one that spans the broker; each row has its own.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class BellListener {

  @Inject private OutboxWorkers workers;

  private final String queue;

  /**
   * @param queue one of {@link Queues}
   */
  protected BellListener(String queue) {
    this.queue = queue;
  }

  /** Called by the container with every message. */
  public void onMessage(Message bell) {
    workers.drain(queue);
  }
}
