package fan.encore.checkin;

import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what should go out. */
final class RecordedOutbox extends Outbox {

  final List<Outgoing> messages = new CopyOnWriteArrayList<>();

  @Override
  public void putAll(List<Outgoing> all) {
    messages.addAll(all);
  }
}
