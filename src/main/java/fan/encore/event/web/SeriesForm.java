package fan.encore.event.web;

import fan.encore.event.CopyEvent;
import fan.encore.event.EventDetail;
import fan.encore.event.SeriesRule;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an organizer types to copy an event or to repeat it. */
public class SeriesForm implements Serializable {

  private String title;
  private LocalDateTime startsAt;
  private SeriesRule.SeriesKind kind = SeriesRule.SeriesKind.WEEKLY;
  private Integer every = 1;
  private List<String> weekdays = List.of();
  private LocalDate until;
  private String days;

  /** A week later, or each week for a month. */
  static SeriesForm of(EventDetail event) {
    SeriesForm form = new SeriesForm();
    form.title = event.title();
    form.startsAt = EventForm.local(event.startsAt(), event.zone()).plusWeeks(1);
    form.until = form.startsAt.toLocalDate().plusWeeks(3);
    return form;
  }

  CopyEvent copy() {
    return new CopyEvent(title, startsAt);
  }

  SeriesRule rule() {
    Set<DayOfWeek> wanted = new TreeSet<>();
    weekdays.forEach(day -> wanted.add(DayOfWeek.valueOf(day)));
    return new SeriesRule(kind, every == null ? 1 : every, wanted, until, named());
  }

  private List<LocalDate> named() {
    return days == null
        ? List.of()
        : Arrays.stream(days.split("[^0-9-]+"))
            .map(SeriesForm::day)
            .flatMap(Optional::stream)
            .toList();
  }

  /** What is no day makes no date. */
  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public SeriesRule.SeriesKind getKind() {
    return kind;
  }

  public void setKind(SeriesRule.SeriesKind kind) {
    this.kind = kind;
  }

  public Integer getEvery() {
    return every;
  }

  public void setEvery(Integer every) {
    this.every = every;
  }

  public List<String> getWeekdays() {
    return weekdays;
  }

  public void setWeekdays(List<String> weekdays) {
    this.weekdays = weekdays == null ? List.of() : weekdays;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getDays() {
    return days;
  }

  public void setDays(String days) {
    this.days = days;
  }
}
