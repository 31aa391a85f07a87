package fan.encore.event.web;

import fan.encore.event.EventCategory;
import fan.encore.event.EventRow;
import fan.encore.event.EventSearch;
import fan.encore.event.Events;
import fan.encore.shared.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** The search for events; its whole state is in the address. What it cannot read, it ignores. */
@Named
@RequestScoped
public class EventSearchPage {

  private static final int SIZE = 24;

  @Inject private Events events;

  private String text;
  private String city;
  private String category;
  private String from;
  private String to;
  private int number;
  private Slice<EventRow> found;

  public void load() {
    found =
        events.search(
            new EventSearch(text, city, knownCategory(), day(from), day(to), number, SIZE));
  }

  public List<EventRow> getRows() {
    return found.rows();
  }

  public long getTotal() {
    return found.total();
  }

  public long getPages() {
    return (found.total() + SIZE - 1) / SIZE;
  }

  public int getNumber() {
    return number;
  }

  /** The address of another page of the same search. */
  public String at(int other) {
    return ("/event/search?page=" + other)
        + parameter("text", text)
        + parameter("city", city)
        + parameter("category", category)
        + parameter("from", from)
        + parameter("to", to);
  }

  public boolean isNarrowed() {
    return Stream.of(text, city, category, from, to).anyMatch(part -> part != null);
  }

  public List<String> getCities() {
    return events.cities();
  }

  public EventCategory[] getCategories() {
    return EventCategory.values();
  }

  private EventCategory knownCategory() {
    return category == null ? null : EventCategory.valueOf(category);
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static String parameter(String name, String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String blankAsNull(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = blankAsNull(text);
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = blankAsNull(city);
  }

  public String getCategory() {
    return category;
  }

  /** A category that does not exist is no wish: the view compares with categories only. */
  public void setCategory(String category) {
    boolean known = Stream.of(EventCategory.values()).anyMatch(one -> one.name().equals(category));
    this.category = known ? category : null;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = blankAsNull(from);
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = blankAsNull(to);
  }

  public String getPage() {
    return String.valueOf(number);
  }

  public void setPage(String page) {
    number = page != null && page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 0;
  }
}
