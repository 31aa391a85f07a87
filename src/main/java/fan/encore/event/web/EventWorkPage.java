package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /studio/work?slug=}: what somebody on an event's team may do there, and where. */
@Named
@RequestScoped
public class EventWorkPage {

  /**
   * A place to work.
   *
   * @param name completes a key of the bundle
   * @param href its address up to the event's slug
   */
  public record Task(String name, String icon, String href, TeamPermission permission) {}

  private static final List<Task> TASKS =
      List.of(
          new Task("edit", "calendar", "/studio/event?slug=", TeamPermission.EDIT),
          new Task("live", "pulse", "/studio/live?slug=", TeamPermission.REPORTS),
          new Task("sales", "chart", "/studio/sales?slug=", TeamPermission.REPORTS),
          new Task("report", "list", "/studio/report?slug=", TeamPermission.REPORTS),
          new Task("orders", "receipt", "/studio/orders?event=", TeamPermission.ORDERS),
          new Task("refunds", "mail", "/studio/batch?slug=", TeamPermission.REFUNDS),
          new Task("sell", "ticket", "/studio/box-office?slug=", TeamPermission.SELL),
          new Task("door", "users", "/studio/door?slug=", TeamPermission.DOOR),
          new Task("check_in", "scan", "/studio/check-in?slug=", TeamPermission.CHECK_IN));

  @Inject private StudioEvents studio;
  @Inject private Caller caller;

  private String slug;
  private EventDetail event;
  private List<Task> tasks = List.of();

  public void open() {
    event = studio.detail(caller.id(), slug, TeamPermission.values());
    Set<TeamPermission> permissions = studio.permissions(caller.id(), slug);
    Stream<Task> allowed = TASKS.stream().filter(task -> permissions.contains(task.permission()));
    tasks = allowed.toList();
  }

  public EventDetail getEvent() {
    return event;
  }

  public List<Task> getTasks() {
    return tasks;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
