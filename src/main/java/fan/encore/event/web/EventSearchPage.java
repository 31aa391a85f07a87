package fan.encore.event.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventRow;
import fan.encore.event.Events;
import fan.encore.shared.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The search for events; its whole state is in the address. What it cannot read, it ignores. */
@Named
@RequestScoped
public class EventSearchPage {

  private static final int SIZE = 24;

  @Inject private Events events;
  @Inject private Artists artists;

  private final EventWish wish = new EventWish();
  private int number;
  private Slice<EventRow> found;

  public void load() {
    found = events.search(wish.search(number, SIZE));
  }

  public EventWish getWish() {
    return wish;
  }

  /** Artists to choose from. */
  public List<Artist> getArtists() {
    return artists.list();
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
    return "/event/search?page=" + other + wish.address();
  }

  /** The address of the calendar that follows this search. */
  public String getCalendar() {
    return "/calendar/search.ics?" + wish.address();
  }

  public boolean isNarrowed() {
    return !wish.address().isEmpty();
  }

  public List<String> getCities() {
    return events.cities();
  }

  public Attendance[] getAttendances() {
    return Attendance.values();
  }

  public EventCategory[] getCategories() {
    return EventCategory.values();
  }

  public String getPage() {
    return String.valueOf(number);
  }

  public void setPage(String page) {
    number = page != null && page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 0;
  }
}
