package fan.encore.messaging;

import fan.encore.shared.BusinessError;

/** A worker holds the message right now; it cannot be resent before it is done. */
public class MessageBeingSent extends BusinessError {
  public MessageBeingSent() {
    super(Kind.CONFLICT, "messaging.message_being_sent");
  }
}
