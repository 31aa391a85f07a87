package fan.encore.order.web;

import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.order.OrderBatch;
import fan.encore.order.OrderBatches;
import fan.encore.order.StartBatch;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** {@code /studio/batch?slug=}: refunds or mails for all orders of an event, with progress. */
@Named
@ViewScoped
public class BatchPage implements Serializable {

  @Inject private OrderBatches batches;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private String slug;
  private EventDetail event;
  private String subject;
  private String body;
  private String reason;
  private boolean keepFees;
  private boolean evenIfUsed;

  public void open() {
    event = studio.detail(caller.id(), slug, TeamPermission.ORDERS, TeamPermission.REFUNDS);
  }

  public void refund() {
    start(new StartBatch(StartBatch.BatchKind.REFUND, keepFees, evenIfUsed, "", reason, key));
  }

  public void write() {
    start(new StartBatch(StartBatch.BatchKind.MAIL, false, false, subject, body, key));
  }

  private void start(StartBatch wanted) {
    batches.start(caller.id(), slug, wanted);
    browser.goTo("/studio/batch?slug=" + slug);
  }

  public List<OrderBatch> getRows() {
    return batches.of(caller.id(), slug);
  }

  public EventDetail getEvent() {
    return event;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isKeepFees() {
    return keepFees;
  }

  public void setKeepFees(boolean keepFees) {
    this.keepFees = keepFees;
  }

  public boolean isEvenIfUsed() {
    return evenIfUsed;
  }

  public void setEvenIfUsed(boolean evenIfUsed) {
    this.evenIfUsed = evenIfUsed;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
