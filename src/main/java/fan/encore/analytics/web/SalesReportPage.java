package fan.encore.analytics.web;

import fan.encore.analytics.Period;
import fan.encore.analytics.SalesReport;
import fan.encore.analytics.SalesReports;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /studio/report}: what the sales of a period came to, of one event with {@code slug}, else
 * of all; the period is in the address. Without one: all days of the event, or this month.
 */
@Named
@RequestScoped
public class SalesReportPage {

  @Inject private SalesReports reports;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  private String slug;
  private String from;
  private String until;
  private List<SalesReport> found = List.of();

  public void open() {
    if (slug == null || slug.isBlank()) {
      slug = null;
      if (from == null && until == null) {
        from = getThisMonth().toString();
      }
      found = reports.ofOrganizer(caller.id(), Period.of(from, until));
    } else {
      found = List.of(reports.ofEvent(caller.id(), slug, Period.of(from, until)));
    }
  }

  /** A report for each currency; none for who sees the figures of no event. */
  public List<SalesReport> getReports() {
    return found;
  }

  /** Title of the one event, or null. */
  public String getTitle() {
    return found.isEmpty() ? null : found.get(0).title();
  }

  public LocalDate getThisMonth() {
    return LocalDate.now(clock.withZone(ZoneId.of(zone))).withDayOfMonth(1);
  }

  public LocalDate getLastMonth() {
    return getThisMonth().minusMonths(1);
  }

  public LocalDate getLastMonthsEnd() {
    return getThisMonth().minusDays(1);
  }

  /** The event and the period as they stand in an address. */
  public String getQuery() {
    return "?slug="
        + (slug == null ? "" : slug)
        + "&from="
        + (from == null ? "" : from)
        + "&until="
        + (until == null ? "" : until);
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
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
}
