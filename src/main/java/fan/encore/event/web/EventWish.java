package fan.encore.event.web;

import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventSearch;
import fan.encore.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the address of a search says; what it cannot read, it ignores. */
public class EventWish {

  /** Prices of the search are in the house's own currency. */
  private static final String CURRENCY = "JPY";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** A wish as the parameters of a request tell it. */
  static EventWish of(UnaryOperator<String> parameter) {
    EventWish wish = new EventWish();
    wish.setText(parameter.apply("text"));
    wish.setCity(parameter.apply("city"));
    wish.setCategory(parameter.apply("category"));
    wish.setArtist(parameter.apply("artist"));
    wish.setFrom(parameter.apply("from"));
    wish.setTo(parameter.apply("to"));
    wish.setPrice(parameter.apply("price"));
    wish.setAttendance(parameter.apply("attendance"));
    wish.setAge(parameter.apply("age"));
    return wish;
  }

  EventSearch search(int page, int size) {
    Long most = most();
    return new EventSearch(
        getText(),
        getCity(),
        getCategory() == null ? null : EventCategory.valueOf(getCategory()),
        getArtist(),
        day(getFrom()),
        day(getTo()),
        most == null || most == 0 ? null : CURRENCY,
        most,
        getAttendance() == null ? null : Attendance.valueOf(getAttendance()),
        getAge() == null ? null : Integer.valueOf(getAge()),
        page,
        size);
  }

  /** The set parts as parameters, each with an ampersand before it. */
  String address() {
    StringBuilder address = new StringBuilder();
    parts.forEach(
        (name, value) ->
            address
                .append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }

  /** True when it says more than text, city, category and days. */
  public boolean isPrecise() {
    return getArtist() != null || getAttendance() != null || getPrice() != null || getAge() != null;
  }

  private Long most() {
    return getPrice() == null
        ? null
        : Money.ofMajor(
                new BigDecimal(getPrice()).setScale(Money.exponent(CURRENCY), RoundingMode.HALF_UP),
                CURRENCY)
            .minor();
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private void set(String name, String value, String pattern) {
    if (value != null && !value.isBlank() && value.strip().matches(pattern)) {
      parts.put(name, value.strip());
    }
  }

  private static <E extends Enum<E>> String oneOf(Class<E> type, String value) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(value)) {
        return value;
      }
    }
    return null;
  }

  public String getText() {
    return parts.get("text");
  }

  public final void setText(String text) {
    set("text", text, "(?s).{1,100}");
  }

  public String getCity() {
    return parts.get("city");
  }

  public final void setCity(String city) {
    set("city", city, ".{1,80}");
  }

  public String getCategory() {
    return parts.get("category");
  }

  public final void setCategory(String category) {
    set("category", oneOf(EventCategory.class, category), ".+");
  }

  public String getArtist() {
    return parts.get("artist");
  }

  public final void setArtist(String artist) {
    set("artist", artist, ".{1,80}");
  }

  public String getFrom() {
    return parts.get("from");
  }

  public final void setFrom(String from) {
    set("from", from, ".{1,10}");
  }

  public String getTo() {
    return parts.get("to");
  }

  public final void setTo(String to) {
    set("to", to, ".{1,10}");
  }

  public String getPrice() {
    return parts.get("price");
  }

  public final void setPrice(String price) {
    set("price", price, "[0-9]{1,9}");
  }

  public String getAttendance() {
    return parts.get("attendance");
  }

  public final void setAttendance(String attendance) {
    set("attendance", oneOf(Attendance.class, attendance), ".+");
  }

  public String getAge() {
    return parts.get("age");
  }

  public final void setAge(String age) {
    set("age", age, "[0-9]{1,2}");
  }
}
