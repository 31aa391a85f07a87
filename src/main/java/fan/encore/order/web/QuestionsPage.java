package fan.encore.order.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventDetail;
import fan.encore.event.Question;
import fan.encore.event.QuestionKind;
import fan.encore.event.Questions;
import fan.encore.event.StudioEvents;
import fan.encore.order.AnswerRow;
import fan.encore.order.OrderAnswers;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What an organizer asks those who buy, and the answers. */
@Named
@ViewScoped
public class QuestionsPage implements Serializable {

  @Inject private StudioEvents studio;
  @Inject private Questions questions;
  @Inject private OrderAnswers answers;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String question;
  private String done;
  private EventDetail event;
  private List<Question> list = List.of();
  private QuestionForm form = new QuestionForm();
  private LazyRows<AnswerRow> rows;

  public void open() {
    event = studio.detail(caller.id(), slug);
    list = questions.of(caller.id(), slug);
    rows = new LazyRows<>(query -> answers.ofEvent(caller.id(), slug, query), AnswerRow::key);
    list.stream()
        .filter(one -> one.code().equals(question))
        .findFirst()
        .ifPresent(one -> form = QuestionForm.of(one));
  }

  public void save() {
    if (form.getCode() == null) {
      questions.add(caller.id(), slug, form.draft());
    } else {
      questions.edit(caller.id(), slug, form.getCode(), form.draft());
    }
    show("saved");
  }

  public void retire(Question one) {
    questions.retire(caller.id(), slug, one.code());
    show("retired");
  }

  private void show(String what) {
    browser.goTo("/studio/questions?slug=" + slug + "&done=" + what);
  }

  public QuestionKind[] getKinds() {
    return QuestionKind.values();
  }

  public EventDetail getEvent() {
    return event;
  }

  public List<Question> getList() {
    return list;
  }

  public QuestionForm getForm() {
    return form;
  }

  public LazyRows<AnswerRow> getRows() {
    return rows;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
