package fan.encore.order.web;

import fan.encore.order.OrderDesk;
import fan.encore.order.OrderFilter;
import fan.encore.order.OrderStatus;
import fan.encore.order.OrdersFound;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /studio/orders}: finds orders; everything asked for is in the address. */
@Named
@RequestScoped
public class StudioOrdersPage {

  private static final int SIZE = 50;

  @Inject private OrderDesk desk;
  @Inject private Caller caller;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  private String text;
  private String event;
  private String status;
  private String from;
  private String until;
  private String after;
  private OrdersFound found;

  public void load() {
    found =
        desk.find(
            caller.id(),
            OrderFilter.ofDays(text, event, status, from, until, ZoneId.of(zone))
                .page(after, SIZE));
  }

  /** The address of the next page. */
  public String getNextPage() {
    return "/studio/orders" + getQuery() + "&after=" + found.next();
  }

  /** What was asked for, as the files of the list ask for it. */
  public String getQuery() {
    return "?text="
        + encoded(text)
        + "&event="
        + encoded(event)
        + "&status="
        + encoded(status)
        + "&from="
        + encoded(from)
        + "&until="
        + encoded(until);
  }

  private static String encoded(String value) {
    return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public OrdersFound getFound() {
    return found;
  }

  public OrderStatus[] getStatuses() {
    return OrderStatus.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getEvent() {
    return event;
  }

  public void setEvent(String event) {
    this.event = event;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
