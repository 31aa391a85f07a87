package fan.encore.app.demo;

import fan.encore.checkin.CheckInListDraft;
import fan.encore.checkin.CheckInLists;
import fan.encore.checkin.Keeper;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventFate;
import fan.encore.event.EventSeries;
import fan.encore.event.PostponeEvent;
import fan.encore.event.SeriesRule;
import fan.encore.event.StudioEvents;
import fan.encore.waitingroom.OpenRoom;
import fan.encore.waitingroom.WaitingRooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What some events of the demonstration have besides ticket types: a map of seats, terms, resale,
 * lists for the door, more dates, a waiting room, another day.
 */
@ApplicationScoped
public class DemoExtras {

  private static final int MINUTES_TO_OPENING = 20;
  private static final int MINUTES_TO_DRAW = 50;
  private static final int LEAST_PER_MINUTE = 60;
  private static final int MOST_PER_MINUTE = 600;
  private static final int ADMISSION_MINUTES = 10;
  private static final int REFUND_DAYS = 7;

  @Inject private DemoTerms terms;
  @Inject private DemoSeats seats;
  @Inject private DemoResale resale;
  @Inject private StudioEvents studio;
  @Inject private EventSeries series;
  @Inject private EventFate fate;
  @Inject private WaitingRooms rooms;
  @Inject private CheckInLists lists;

  /** When the waiting room draws, and tickets are sold: soon after the first start. */
  static LocalDateTime drawAt(LocalDateTime now) {
    return now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(MINUTES_TO_DRAW);
  }

  /**
   * Before the event is published.
   *
   * @param entry the event in the script
   */
  void add(long organizer, String slug, JsonObject entry, LocalDateTime starts) {
    if (entry.containsKey("seatMap")) {
      seats.sell(organizer, slug, entry.getJsonObject("seatMap"));
    }
    if (entry.getBoolean("terms", false)) {
      terms.set(organizer, slug);
    }
    if (entry.getBoolean("resale", false)) {
      resale.allow(organizer, slug);
    }
    if (entry.containsKey("list")) {
      list(organizer, slug, entry.getJsonObject("list"));
    }
    if (entry.containsKey("weeks")) {
      var until = starts.toLocalDate().plusWeeks(entry.getInt("weeks"));
      series.make(
          organizer,
          slug,
          new SeriesRule(SeriesRule.SeriesKind.WEEKLY, 1, Set.of(), until, List.of()));
    }
  }

  /** After it was published. */
  void follow(
      long organizer, String slug, JsonObject entry, LocalDateTime now, LocalDateTime starts) {
    if (entry.containsKey("weeks")) {
      series.publishAll(organizer, slug);
    }
    if (entry.containsKey("waitingRoom")) {
      ZoneId zone = ZoneId.of(studio.detail(organizer, slug).zone());
      LocalDateTime draw = drawAt(now);
      rooms.open(
          organizer,
          slug,
          new OpenRoom(
              draw.minusMinutes(MINUTES_TO_DRAW - MINUTES_TO_OPENING).atZone(zone).toInstant(),
              draw.atZone(zone).toInstant(),
              LEAST_PER_MINUTE,
              MOST_PER_MINUTE,
              ADMISSION_MINUTES));
    }
    if (entry.containsKey("postponed")) {
      JsonObject move = entry.getJsonObject("postponed");
      fate.postpone(
          organizer,
          slug,
          new PostponeEvent(
              starts.plusDays(move.getInt("days")),
              null,
              null,
              now.truncatedTo(ChronoUnit.MINUTES).plusDays(REFUND_DAYS),
              move.getString("words")));
    }
  }

  private void list(long organizer, String slug, JsonObject list) {
    List<String> types =
        studio.detail(organizer, slug).types().stream()
            .filter(type -> type.name().equals(list.getString("type")))
            .map(TypeDetail::code)
            .toList();
    lists.add(
        slug,
        new CheckInListDraft(list.getString("name"), types, null, null, true, false),
        Keeper.of(organizer));
  }
}
