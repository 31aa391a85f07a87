package fan.encore.order;

import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import java.util.List;

/** Sends nothing. */
final class NoOutbox extends Outbox {
  @Override
  public void putAll(List<Outgoing> messages) {}
}
