package fan.encore.order.web;

import fan.encore.event.Question;
import fan.encore.event.QuestionDraft;
import fan.encore.event.QuestionKind;
import java.io.Serializable;
import java.util.List;

/** What an organizer types about a question. */
public class QuestionForm implements Serializable {

  private String code;
  private String label;
  private QuestionKind kind = QuestionKind.TEXT;
  private String choices;
  private boolean perTicket;
  private String ticketType;
  private boolean required;

  static QuestionForm of(Question question) {
    QuestionForm form = new QuestionForm();
    form.code = question.code();
    form.label = question.label();
    form.kind = question.kind();
    form.choices = String.join("\n", question.choices());
    form.perTicket = question.perTicket();
    form.ticketType = question.ticketType();
    form.required = question.required();
    return form;
  }

  QuestionDraft draft() {
    List<String> lines =
        choices == null
            ? List.of()
            : choices.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return new QuestionDraft(label, kind, lines, perTicket, ticketType, required);
  }

  /** Null for a new question. */
  public String getCode() {
    return code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public QuestionKind getKind() {
    return kind;
  }

  public void setKind(QuestionKind kind) {
    this.kind = kind;
  }

  /** One on each line. */
  public String getChoices() {
    return choices;
  }

  public void setChoices(String choices) {
    this.choices = choices;
  }

  public boolean isPerTicket() {
    return perTicket;
  }

  public void setPerTicket(boolean perTicket) {
    this.perTicket = perTicket;
  }

  /** Null for all types. */
  public String getTicketType() {
    return ticketType;
  }

  public void setTicketType(String ticketType) {
    this.ticketType = ticketType;
  }

  public boolean isRequired() {
    return required;
  }

  public void setRequired(boolean required) {
    this.required = required;
  }
}
