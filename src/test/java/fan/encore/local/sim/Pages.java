package fan.encore.local.sim;

import fan.encore.shared.Money;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The frame of all pages for developers, and those that list messages and payments. */
final class Pages {

  private static final int SIZE = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final Twilio twilio;
  private final Payments payments;
  private final Clock clock;

  Pages(Twilio twilio, Payments payments, Clock clock) {
    this.twilio = twilio;
    this.payments = payments;
    this.clock = clock;
  }

  void routes(Router router) {
    router.on("GET", "/", call -> call.redirect("/mail"));
    router.on("GET", "/sms", this::messages);
    router.on("GET", "/sms.json", this::messagesAsJson);
    router.on("GET", "/payments", this::payments);
  }

  static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private void messages(Call call) throws IOException {
    String words = words(call);
    List<TextMessage> found =
        twilio.messages(null).stream()
            .filter(sms -> (sms.to() + " " + sms.body()).toLowerCase(Locale.ROOT).contains(words))
            .toList();
    list(call, "SMS", "/sms", "Number or words", found, Pages::row);
  }

  private static String row(TextMessage sms) {
    int segments = sms.segments();
    return Template.fill(
        "sms.html",
        Map.of(
            "to", sms.to(),
            "from", sms.from(),
            "body", sms.body(),
            "time", time(sms.sentAt()),
            "segments", segments + (segments == 1 ? " segment" : " segments")));
  }

  private void payments(Call call) throws IOException {
    String words = words(call);
    List<Checkout> found =
        payments.checkouts().stream()
            .filter(
                c ->
                    String.join(" ", c.id(), c.reference(), c.description(), c.status().word())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
            .sorted(Comparator.comparing(Checkout::createdAt).reversed())
            .toList();
    list(call, "Payments", "/payments", "Reference, description or status", found, Pages::row);
  }

  private static String row(Checkout checkout) {
    Money amount = new Money(checkout.amount(), checkout.currency());
    return Template.fill(
        "row.html",
        Map.of(
            "href", "/pay/" + checkout.id(),
            "initial", checkout.currency().substring(0, 1),
            "who", amount.format(Locale.ENGLISH),
            "title", checkout.description(),
            "text", checkout.reference(),
            "time", time(checkout.createdAt()),
            "badges", badge(checkout.status().word(), checkout.status().word())));
  }

  /** Answers with one page of rows, newest first, under a search field. */
  <T> void list(
      Call call, String title, String path, String hint, List<T> found, Function<T, String> row)
      throws IOException {
    String number = call.query("page");
    int page = number != null && number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    StringBuilder rows = new StringBuilder();
    found.stream().skip((long) page * SIZE).limit(SIZE).forEach(one -> rows.append(row.apply(one)));
    String query = path + "?q=" + URLEncoder.encode(words(call), StandardCharsets.UTF_8) + "&page=";
    boolean more = found.size() > (page + 1) * SIZE;
    Map<String, String> values = new HashMap<>();
    values.put("title", title);
    values.put("path", path);
    values.put("hint", hint);
    values.put("words", words(call));
    values.put("count", found.size() == 1 ? "1 entry" : found.size() + " entries");
    values.put("rows", rows.isEmpty() ? Template.fill("empty.html", Map.of()) : rows.toString());
    values.put("newer", page > 0 ? link(query + (page - 1), "Newer") : "");
    values.put("older", more ? link(query + (page + 1), "Older") : "");
    page(call, title, title, Template.fill("list.html", values));
  }

  /** Answers with content in the common frame; {@code current} is the entry of the navigation. */
  void page(Call call, String current, String title, String content) throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("title", title);
    values.put("content", content);
    for (String entry : List.of("Mail", "SMS", "Payments")) {
      values.put("current." + entry, entry.equals(current) ? "aria-current=\"page\"" : "");
    }
    values.put("now", time(clock.instant()));
    call.with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self'; "
                + "form-action 'self'; base-uri 'none'")
        .html(200, Template.fill("page.html", values));
  }

  private static String link(String href, String text) {
    return "<a class=\"button\" href=\"" + Template.escape(href) + "\">" + text + "</a>";
  }

  static String badge(String kind, String text) {
    return "<span class=\"badge " + kind + "\">" + Template.escape(text) + "</span>";
  }

  static String words(Call call) {
    String words = call.query("q");
    return words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  private void messagesAsJson(Call call) throws IOException {
    JsonArrayBuilder found = JsonText.array();
    twilio.messages(call.query("to")).forEach(sms -> found.add(sms.document()));
    call.json(200, found.build());
  }
}
