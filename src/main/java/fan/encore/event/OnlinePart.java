package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;

/** How people are at an event, and the link of those who are not in the hall. */
@Embeddable
public class OnlinePart {

  @Enumerated(EnumType.STRING)
  @Column(name = "attendance")
  private Attendance attendance;

  @Column(name = "online_link")
  private String link;

  @Column(name = "online_from")
  private Instant from;

  /** For JPA. */
  protected OnlinePart() {}

  /**
   * @throws LinkUnusable if there is a link that is no https address
   */
  OnlinePart(EventDraft draft, ZoneId zone) {
    attendance = draft.attendance();
    boolean wanted = attendance.hasLink();
    link = wanted ? usable(Wording.blankAsNull(draft.onlineLink())) : null;
    from = wanted ? LiveEvent.at(draft.onlineFrom(), zone) : null;
  }

  private static String usable(String link) {
    if (link == null) {
      return null;
    }
    try {
      URI address = new URI(link);
      if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
        throw new LinkUnusable();
      }
      return link;
    } catch (URISyntaxException unreadable) {
      throw new LinkUnusable();
    }
  }
}
