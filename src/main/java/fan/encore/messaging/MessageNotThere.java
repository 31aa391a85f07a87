package fan.encore.messaging;

import fan.encore.shared.BusinessError;

/** There is no message with this number. */
public class MessageNotThere extends BusinessError {
  public MessageNotThere() {
    super(Kind.NOT_FOUND, "messaging.message_not_there");
  }
}
