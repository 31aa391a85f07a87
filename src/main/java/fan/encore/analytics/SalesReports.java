package fan.encore.analytics;

import fan.encore.account.Roles;
import fan.encore.analytics.ReportSums.Wanted;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sales of a period came to: of one event, and of all events of an organizer. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SalesReports {

  private record Mine(long id, String currency) {}

  @Inject private Sql sql;
  @Inject private StudioEvents studio;
  @Inject private ReportSums sums;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String businessZone;

  /**
   * Days are those of the event's zone.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or the account may not see
   *     its figures
   */
  public SalesReport ofEvent(long accountId, String slug, Period period) {
    EventDetail event = studio.detail(accountId, slug, TeamPermission.REPORTS);
    return sums.report(
        new Wanted(event.slug(), event.title(), event.currency(), event.zone(), period),
        List.of(event.id()));
  }

  /**
   * All events whose figures the account may see, a report for each currency. Days are business
   * days.
   */
  public List<SalesReport> ofOrganizer(long accountId, Period period) {
    Map<String, List<Long>> byCurrency =
        sql
            .list(
                "select id, currency from encore.live_event"
                    + " where id = any (array(select encore.events_of(?, ?))) order by id",
                row -> new Mine(row.getLong(1), row.getString(2)),
                accountId,
                TeamPermission.REPORTS)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Mine::currency,
                    TreeMap::new,
                    Collectors.mapping(Mine::id, Collectors.toList())));
    return byCurrency.entrySet().stream()
        .map(
            entry ->
                sums.report(
                    new Wanted(null, null, entry.getKey(), businessZone, period), entry.getValue()))
        .toList();
  }
}
