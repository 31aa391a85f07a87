package fan.encore.event;

import fan.encore.shared.BusinessError;

/**
 * The event is not ready for the public; the code says what is missing: {@code event.not_a_draft},
 * {@code event.without_ticket_types} or {@code event.begins_in_the_past}.
 */
public final class NotPublishable extends BusinessError {
  public NotPublishable(String code) {
    super(Kind.CONFLICT, code);
  }
}
