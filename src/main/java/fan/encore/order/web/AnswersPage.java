package fan.encore.order.web;

import fan.encore.order.Answer;
import fan.encore.order.OrderAnswers;
import fan.encore.order.ReservationView;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The organizer's questions at the checkout. */
@Named
@ViewScoped
public class AnswersPage implements Serializable {

  @Inject private OrderAnswers orderAnswers;
  @Inject private Caller caller;

  private List<AnswerField> fields = List.of();

  /**
   * @param reservation null before there is one
   */
  public void open(ReservationView reservation) {
    if (reservation != null) {
      fields =
          orderAnswers.asked(caller.id(), reservation.code()).stream()
              .map(AnswerField::new)
              .toList();
    }
  }

  public List<AnswerField> getFields() {
    return fields;
  }

  public List<Answer> getAnswers() {
    return fields.stream().map(AnswerField::answer).toList();
  }
}
