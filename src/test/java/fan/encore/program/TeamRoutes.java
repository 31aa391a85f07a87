package fan.encore.program;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each route of the studio wants of somebody on an event's team.
 *
 * @param method of HTTP
 * @param path with {@code {e}} for the event's path in the API, {@code {slug}} and {@code {order}}
 * @param permissions one of them is enough; empty for what is the organizer's alone
 * @param body that is valid, so that only the permission decides; empty without one
 */
record TeamRoutes(String method, String path, Set<String> permissions, String body) {

  private static final String DAY = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(30).toString();

  /** Method, path, permissions and body of the API's routes; a dash is no permission. */
  private static final String API =
      """
      GET {e} EDIT
      PUT {e} EDIT {draft}
      PUT {e}/following EDIT {draft}
      POST {e}/ticket-types EDIT {type}
      PUT {e}/ticket-types/standing EDIT {type}
      PUT {e}/ticket-types/standing/rules EDIT {"minPerOrder":1,"hidden":false,"openPrice":false}
      POST {e}/publication EDIT
      POST {e}/series/publication EDIT
      POST {e}/cancellation - {"words":"No"}
      POST {e}/postponement EDIT {"words":"","startsAt":"2001-01-01T19:00:00","endsAt":"2001-01-01T20:00:00"}
      POST {e}/copies - {"startsAt":"{day}T19:00:00"}
      POST {e}/series - {"kind":"DAILY","every":1,"until":"{day}"}
      DELETE {e}/pictures/1 EDIT
      PUT {e}/pictures/1/first EDIT
      GET {e}/pricing EDIT
      PUT {e}/pricing/tax EDIT {"rateBasisPoints":1000,"included":true}
      DELETE {e}/pricing/tax EDIT
      GET {e}/promo-codes EDIT
      POST {e}/promo-codes EDIT {"code":"TEAM10","kind":"PERCENT","percent":10}
      POST {e}/promo-codes/batches EDIT {"code":{"code":"TEAM","kind":"PERCENT","percent":10},"count":1}
      GET {e}/promo-codes/file EDIT
      PUT {e}/promo-codes/TEAM10 EDIT {"active":false}
      GET {e}/questions EDIT
      POST {e}/questions EDIT {"label":"Diet","kind":"TEXT","perTicket":false,"required":false}
      PUT {e}/questions/none EDIT {"label":"Diet","kind":"TEXT","perTicket":false,"required":false}
      DELETE {e}/questions/none EDIT
      GET {e}/quotas EDIT
      POST {e}/quotas EDIT {"name":"All","capacity":30,"ticketTypes":["standing"]}
      PUT {e}/quotas/none EDIT {"name":"All","capacity":30,"ticketTypes":["standing"]}
      GET {e}/queue EDIT
      PUT {e}/queue EDIT {"opensAt":"{day}T09:00:00Z","drawAt":"{day}T10:00:00Z","leastPerMinute":1,"mostPerMinute":9,"admissionMinutes":9}
      POST {e}/queue/pause EDIT
      POST {e}/queue/resume EDIT
      DELETE {e}/queue EDIT
      GET {e}/seating EDIT
      PUT {e}/seating EDIT {"seatMap":"SM-NONE","categories":{}}
      GET {e}/seating/plan EDIT
      GET {e}/seating/states EDIT
      POST {e}/seating/blocks EDIT {"seats":["A-1"],"blocked":true}
      DELETE {e}/seating EDIT
      PUT {e}/transfers/terms EDIT {"transfersAllowed":true,"renamesAllowed":true}
      GET {e}/transfers/terms EDIT,ORDERS
      GET {e}/transfers EDIT,ORDERS
      GET {e}/resale-offers EDIT,ORDERS
      GET {e}/resale-offers/terms EDIT,ORDERS
      PUT {e}/resale-offers/terms EDIT {"allowed":false,"feePerMille":0}
      GET {e}/waiting-list EDIT,ORDERS
      GET {e}/waiting-list/types EDIT,ORDERS
      PUT {e}/waiting-list/types/standing EDIT {"active":false,"offerMinutes":60,"largestGroup":4}
      GET {e}/refunds EDIT,ORDERS,REFUNDS
      GET {e}/orders ORDERS
      GET {e}/answers ORDERS
      GET {e}/exports/orders ORDERS
      GET {e}/exports/tickets ORDERS
      GET {e}/order-batches ORDERS,REFUNDS
      POST {e}/order-batches ORDERS {"kind":"MAIL","keepFees":false,"evenIfUsed":false,"subject":"Soon","body":"Bring a coat."}
      POST {e}/hand-sales SELL {"lines":[{"ticketType":"standing","quantity":1}],"paid":"CASH","holderName":"Guest"}
      GET {e}/sales REPORTS
      GET {e}/live REPORTS
      GET {e}/report REPORTS
      GET {e}/report/file REPORTS
      GET {e}/team -
      POST {e}/team - {"email":"somebody@fans.example","permissions":["CHECK_IN"]}
      DELETE {e}/team/1 -
      PUT {e}/team/1 - {"permissions":["CHECK_IN"]}
      GET /api/v1/studio/orders/{order} ORDERS
      GET /api/v1/studio/orders/{order}/invoices ORDERS
      POST /api/v1/studio/orders/{order}/notes ORDERS {"body":"Called"}
      PUT /api/v1/studio/orders/{order}/tickets/T1/holder ORDERS {"name":"Somebody"}
      GET /api/v1/studio/orders/{order}/refund-preview REFUNDS
      POST {e}/order-batches REFUNDS {"kind":"REFUND","keepFees":false,"evenIfUsed":false,"subject":"","body":"Ill"}
      GET /api/v1/check-ins?event={slug} CHECK_IN,DOOR
      GET /api/v1/check-ins/lists?event={slug} CHECK_IN,DOOR
      GET /api/v1/check-ins/bundle?event={slug} CHECK_IN
      POST /api/v1/check-ins CHECK_IN {"qr":"NOT-A-TICKET","gate":"North","nonce":"{nonce}","event":"{slug}"}
      POST /api/v1/check-ins/lists?event={slug} DOOR {"name":"North","ticketTypes":[],"reentry":false,"rotating":false}
      PUT /api/v1/check-ins/lists/none?event={slug} DOOR {"name":"North","ticketTypes":[],"reentry":false,"rotating":false}
      DELETE /api/v1/check-ins/lists/none?event={slug} DOOR
      GET /api/v1/check-ins/devices?event={slug} DOOR
      POST /api/v1/check-ins/devices DOOR {"event":"{slug}","name":"North"}
      DELETE /api/v1/check-ins/devices/1?event={slug} DOOR
      POST /api/v1/studio/venues - {"name":"Hall","address":"1","city":"Yokohama","country":"JP","zone":"Asia/Tokyo"}
      POST /api/v1/studio/seat-maps - {"name":"Map","venue":"none","document":{}}
      POST /api/v1/studio/events - {draft}
      """;

  /** Pages and files of the studio. */
  private static final String PAGES =
      """
      GET /studio/work?slug={slug} EDIT,ORDERS,SELL,REFUNDS,REPORTS,DOOR,CHECK_IN
      GET /studio/event-preview?slug={slug} EDIT
      GET /studio/event-seats?slug={slug} EDIT
      GET /studio/ticketing?slug={slug} EDIT
      GET /studio/pricing?slug={slug} EDIT
      GET /studio/questions?slug={slug} EDIT
      GET /studio/promo?slug={slug} EDIT
      GET /studio/queue?slug={slug} EDIT
      GET /studio/waiting-list?slug={slug} EDIT,ORDERS
      GET /studio/transfers?slug={slug} EDIT,ORDERS
      GET /studio/sales?slug={slug} REPORTS
      GET /studio/live?slug={slug} REPORTS
      GET /studio/report?slug={slug} REPORTS
      GET /studio/report-file?slug={slug}&format=xlsx REPORTS
      GET /studio/live-figures?slug={slug} REPORTS
      GET /studio/order?code={order} ORDERS
      GET /studio/export?kind=tickets&format=csv&event={slug} ORDERS
      GET /studio/ticket-pdf?order={order} ORDERS
      GET /studio/batch?slug={slug} ORDERS,REFUNDS
      GET /studio/box-office?slug={slug} SELL
      GET /studio/door?slug={slug} DOOR
      GET /studio/check-in?slug={slug} CHECK_IN,DOOR
      GET /studio/team?slug={slug} -
      """;

  static List<TeamRoutes> api() {
    return API.lines().map(TeamRoutes::read).toList();
  }

  static List<TeamRoutes> pages() {
    return PAGES.lines().map(TeamRoutes::read).toList();
  }

  private static TeamRoutes read(String line) {
    String[] parts = line.split(" ", 4);
    Set<String> permissions =
        Arrays.stream(parts[2].split(","))
            .filter(permission -> !permission.equals("-"))
            .collect(Collectors.toSet());
    return new TeamRoutes(
        parts[0], parts[1], permissions, parts.length < 4 ? "" : parts[3].replace("{day}", DAY));
  }

  /** The route with a value for a name in braces. */
  TeamRoutes with(String name, String value) {
    String braced = "{" + name + "}";
    return new TeamRoutes(
        method, path.replace(braced, value), permissions, body.replace(braced, value));
  }
}
