package fan.encore.event;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What an event says about itself, in one language or in both. */
@Embeddable
public class Wording {

  @Column(name = "title")
  private String title;

  @Column(name = "description")
  private String description;

  @Column(name = "language")
  private String language;

  @Column(name = "other_title")
  private String otherTitle;

  @Column(name = "other_description")
  private String otherDescription;

  /** For JPA. */
  protected Wording() {}

  Wording(EventDraft draft) {
    title = draft.title().strip();
    description = draft.description().strip();
    language = draft.language();
    otherTitle = blankAsNull(draft.otherTitle());
    otherDescription = blankAsNull(draft.otherDescription());
  }

  String title() {
    return title;
  }

  static String blankAsNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
