package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The link of an online event is no https address. */
public final class LinkUnusable extends BusinessError {
  public LinkUnusable() {
    super(Kind.INVALID, "events.link_unusable");
  }
}
