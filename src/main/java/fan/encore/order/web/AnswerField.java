package fan.encore.order.web;

import fan.encore.order.Answer;
import fan.encore.order.AskedQuestion;
import java.io.Serializable;

/** A question at the checkout with what the fan has answered so far. */
public class AnswerField implements Serializable {

  private final AskedQuestion asked;
  private String text;

  AnswerField(AskedQuestion asked) {
    this.asked = asked;
  }

  Answer answer() {
    return new Answer(
        asked.question().code(), asked.ticketType(), asked.number(), text == null ? "" : text);
  }

  public AskedQuestion getAsked() {
    return asked;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
