package fan.encore.analytics.web;

import fan.encore.analytics.LiveFigures;
import fan.encore.analytics.LiveFigures.Day;
import fan.encore.analytics.LiveFigures.Hour;
import fan.encore.analytics.LiveFigures.LiveType;
import fan.encore.analytics.LiveSales;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code /studio/live?slug=}: how an event sells right now. */
@Named
@RequestScoped
public class LivePage {

  private static final int MOST_DAYS = 30;
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  @Inject private LiveSales sales;
  @Inject private Caller caller;

  private String slug;
  private LiveFigures figures;

  public void open() {
    figures = sales.of(caller.id(), slug);
  }

  public LiveFigures.Now getNow() {
    return figures.now();
  }

  public LiveFigures.Sales getSold() {
    return figures.sales();
  }

  /** With what is free, held and sold of each. */
  public List<LiveType> getTypes() {
    return getNow().types();
  }

  /** The part of a type's tickets in a drawing of 1000 units. */
  public long part(LiveType type, long tickets) {
    return type.capacity() == 0 ? 0 : Math.round(1000.0 * tickets / type.capacity());
  }

  /** Sales of the last 24 hours. */
  public Columns getHours() {
    List<Hour> hours = getSold().hours();
    return Columns.of(
        hours.stream()
            .map(
                hour ->
                    new Columns.Value(
                        HOUR.format(hour.hour()),
                        hour.revenue().minor(),
                        HOUR.format(hour.hour()) + ": " + hour.revenue().format(locale())))
            .toList(),
        highest(hours.stream().map(Hour::revenue)));
  }

  /** Sales of the last days that had any. */
  public Columns getDays() {
    DateTimeFormatter date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale());
    DateTimeFormatter brief = DateTimeFormatter.ofPattern("M/d");
    List<Day> days = getLatestDays();
    return Columns.of(
        days.stream()
            .map(
                day ->
                    new Columns.Value(
                        brief.format(day.day()),
                        day.revenue().minor(),
                        date.format(day.day()) + ": " + day.revenue().format(locale())))
            .toList(),
        highest(days.stream().map(Day::revenue)));
  }

  /** The last 30 days with sales, the earliest first. */
  public List<Day> getLatestDays() {
    List<Day> days = getSold().days();
    return days.subList(Math.max(0, days.size() - MOST_DAYS), days.size());
  }

  /** When the figures were read, to the second, in the event's zone. */
  public String getAt() {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(locale())
        .format(getNow().at().atZone(ZoneId.of(getNow().zone())));
  }

  /** The hour as a clock shows it. */
  public String hour(Hour hour) {
    return HOUR.format(hour.hour());
  }

  private String highest(Stream<Money> amounts) {
    return amounts
        .max(Comparator.comparingLong(Money::minor))
        .orElse(Money.zero(getNow().currency()))
        .format(locale());
  }

  private Locale locale() {
    return caller.locale();
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
