package fan.encore.messaging.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.messaging.AttemptRow;
import fan.encore.messaging.MessageRow;
import fan.encore.messaging.MessageState;
import fan.encore.messaging.Messages;
import fan.encore.shared.web.TextMap;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** {@code /admin/messages}: the outbox. */
@Named
@ViewScoped
public class MessagesPage implements Serializable {

  @Inject private Messages messages;
  @Inject private TextMap text;

  private final LazyRows<MessageRow> rows =
      new LazyRows<>(query -> messages.find(query), MessageRow::id);
  private MessageRow chosen;
  private transient List<AttemptRow> attempts;

  public LazyRows<MessageRow> getRows() {
    return rows;
  }

  public MessageState[] getStates() {
    return MessageState.values();
  }

  /** Opens the history of a message. */
  public void show(MessageRow row) {
    chosen = row;
    attempts = messages.attempts(row.id());
  }

  /** The message whose history is shown; null at first. */
  public MessageRow getChosen() {
    return chosen;
  }

  public List<AttemptRow> getAttempts() {
    if (attempts == null && chosen != null) {
      attempts = messages.attempts(chosen.id());
    }
    return attempts;
  }

  public void resend(MessageRow row) {
    messages.resend(row.id());
    FacesContext.getCurrentInstance()
        .addMessage(
            null, new FacesMessage(text.of("messaging.admin.resent", Long.toString(row.id()))));
  }

  /** The kind of badge for a state. */
  public String badge(MessageState state) {
    return switch (state) {
      case PENDING -> "info";
      case SENDING -> "brand";
      case SENT -> "good";
      case DEAD -> "bad";
    };
  }

  /** The kind of badge for what happened in an attempt. */
  public String attemptBadge(String outcome) {
    return switch (outcome) {
      case "SENT" -> "good";
      case "FAILED", "ABANDONED" -> "warn";
      case "DEAD" -> "bad";
      case "RESENT" -> "info";
      default -> "neutral";
    };
  }
}
