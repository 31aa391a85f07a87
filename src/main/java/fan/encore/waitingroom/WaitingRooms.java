package fan.encore.waitingroom;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.fairness.Canonical;
import fan.encore.fairness.SeedStream;
import fan.encore.fairness.Transparency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The organizer's side of the waiting room: switch it on, watch it, pause it, switch it off. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class WaitingRooms {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;
  @Inject private Transparency log;

  /**
   * Puts a waiting room before an event, or changes it. The seed of its draw is committed in the
   * log at once. When fans may enter already, only rates and minutes can change.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   * @throws RoomTimesWrong if it opens after its draw, or the draw of a new room is over
   * @throws RoomFixed if fans may enter already and another time was asked for
   * @throws RatesWrong if the least is more than the most
   */
  @Audited("waitingroom.open")
  public void open(long accountId, @Audited.Subject String slug, @Valid OpenRoom wanted) {
    EventDetail event = studio.detail(accountId, slug);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (wanted.leastPerMinute() > wanted.mostPerMinute()) {
      throw new RatesWrong();
    }
    RoomFigures known = RoomReading.byEvent(sql, event.id()).orElse(null);
    Instant opensAt = wanted.opensAt().truncatedTo(ChronoUnit.MICROS);
    Instant drawAt = wanted.drawAt().truncatedTo(ChronoUnit.MICROS);
    if (known == null) {
      demandTimes(opensAt, drawAt, now);
      create(event, opensAt, drawAt, wanted, now);
    } else {
      boolean sameTimes = known.opensAt().equals(opensAt) && known.drawAt().equals(drawAt);
      if (!sameTimes) {
        if (!known.opensAt().isAfter(now)) {
          throw new RoomFixed();
        }
        demandTimes(opensAt, drawAt, now);
      }
      change(event, opensAt, drawAt, wanted, sameTimes);
    }
    sql.update("update encore.live_event set waiting_room = true where id = ?", event.id());
  }

  private static void demandTimes(Instant opensAt, Instant drawAt, Instant now) {
    if (opensAt.isAfter(drawAt) || !drawAt.isAfter(now)) {
      throw new RoomTimesWrong();
    }
  }

  private void create(
      EventDetail event, Instant opensAt, Instant drawAt, OpenRoom wanted, Instant now) {
    byte[] seed = new byte[SeedStream.SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    String commitment = SeedStream.commitment(seed);
    RoomKey key = RoomKey.fresh();
    sql.update(
        "insert into encore.waiting_room (event_id, opens_at, draw_at, least_per_minute,"
            + " most_per_minute, admission_minutes, per_minute, flow_per_minute, stepped_at,"
            + " commitment, seed, inner_key, outer_key, opened_leaf)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.id(),
        opensAt,
        drawAt,
        wanted.leastPerMinute(),
        wanted.mostPerMinute(),
        wanted.admissionMinutes(),
        (float) wanted.leastPerMinute(),
        (float) wanted.leastPerMinute(),
        now,
        commitment,
        seed,
        key.inner(),
        key.outer(),
        commit(event.slug(), commitment, opensAt, drawAt));
  }

  private void change(
      EventDetail event, Instant opensAt, Instant drawAt, OpenRoom wanted, boolean sameTimes) {
    sql.update(
        "update encore.waiting_room set opens_at = ?, draw_at = ?, least_per_minute = ?,"
            + " most_per_minute = ?, admission_minutes = ?, status = case when status <> 'CLOSED'"
            + " then status when drawn_leaf is not null then 'RUNNING' when entrants_leaf is not"
            + " null then 'FROZEN' else 'GATHERING' end where event_id = ?",
        opensAt,
        drawAt,
        wanted.leastPerMinute(),
        wanted.mostPerMinute(),
        wanted.admissionMinutes(),
        event.id());
    if (!sameTimes) {
      String commitment =
          sql.first(
                  "select commitment from encore.waiting_room where event_id = ?",
                  row -> row.getString(1),
                  event.id())
              .orElseThrow();
      sql.update(
          "update encore.waiting_room set opened_leaf = ? where event_id = ?",
          commit(event.slug(), commitment, opensAt, drawAt),
          event.id());
    }
  }

  private long commit(String slug, String commitment, Instant opensAt, Instant drawAt) {
    return log.append(
        "queue-opened",
        Canonical.write(
            JSON.createObjectBuilder()
                .add("algorithm", QueueOrder.VERSION)
                .add("commitment", commitment)
                .add("draw", drawAt.toString())
                .add("event", slug)
                .add("opens", opensAt.toString())
                .add("random", SeedStream.VERSION)
                .build()));
  }

  /** Calls nobody until {@link #resume}; who was called keeps her admission. */
  @Audited("waitingroom.pause")
  public void pause(long accountId, @Audited.Subject String slug) {
    pause(accountId, slug, true);
  }

  /** Calls again. */
  @Audited("waitingroom.resume")
  public void resume(long accountId, @Audited.Subject String slug) {
    pause(accountId, slug, false);
  }

  private void pause(long accountId, String slug, boolean paused) {
    EventDetail event = studio.detail(accountId, slug);
    int changed =
        sql.update(
            "update encore.waiting_room set paused = ? where event_id = ? and status <> 'CLOSED'",
            paused,
            event.id());
    if (changed == 0) {
      throw new NoWaitingRoom();
    }
  }

  /**
   * Ends the queue: from now on tickets are sold to everybody. {@link #open} brings it back as it
   * was.
   */
  @Audited("waitingroom.close")
  public void close(long accountId, @Audited.Subject String slug) {
    EventDetail event = studio.detail(accountId, slug);
    if (sql.update(
            "update encore.waiting_room set status = 'CLOSED' where event_id = ?", event.id())
        == 0) {
      throw new NoWaitingRoom();
    }
    sql.update("update encore.live_event set waiting_room = false where id = ?", event.id());
  }

  /**
   * The room with its figures.
   *
   * @throws NoWaitingRoom if the event never had one
   */
  public RoomFigures figures(long accountId, String slug) {
    EventDetail event = studio.detail(accountId, slug);
    return RoomReading.byEvent(sql, event.id()).orElseThrow(NoWaitingRoom::new);
  }
}
