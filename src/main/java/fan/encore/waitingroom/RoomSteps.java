package fan.encore.waitingroom;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.Canonical;
import fan.encore.fairness.Transparency;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a room does once a second, on one node of the cluster: commits its entrants, draws their
 * order, gives places to newcomers and calls the next.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RoomSteps {

  /** Entries that were begun before the draw may still be on their way to the database. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private static final int NEWCOMERS = 20_000;
  private static final double LONGEST_STEP_SECONDS = 5;

  private final Sql sql;
  private final Clock clock;
  private final Transparency log;

  @Inject
  public RoomSteps(Sql sql, Clock clock, Transparency log) {
    this.sql = sql;
    this.clock = clock;
    this.log = log;
  }

  /** For the container's proxy. */
  public RoomSteps() {
    this(null, null, null);
  }

  /** One step; nothing while another node does it. */
  public void step(long eventId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<RoomRow> locked =
        sql.first(
            "select w.*, e.slug from encore.waiting_room w"
                + " join encore.live_event e on e.id = w.event_id"
                + " where w.event_id = ? for update of w skip locked",
            RoomRow::of,
            eventId);
    locked.ifPresent(
        room -> {
          switch (room.status()) {
            case GATHERING -> gather(room, now);
            case FROZEN -> draw(room, now);
            case RUNNING -> flow(room, now);
            case CLOSED -> {
              // nobody waits
            }
          }
        });
  }

  private void gather(RoomRow room, Instant now) {
    if (now.isBefore(room.drawAt().plus(GRACE))) {
      sql.update(
          "update encore.waiting_room set entrants = (select count(*) from encore.queue_place"
              + " where event_id = ? and place is null and ended_at is null) where event_id = ?",
          room.eventId(),
          room.eventId());
      return;
    }
    var lines =
        sql.list(
            "select code || ' ' || luck from encore.queue_place where event_id = ?"
                + " and entered_at < ? and ended_at is null",
            row -> row.getString(1),
            room.eventId(),
            room.drawAt());
    String list = QueueOrder.list(lines);
    String hash = Codes.sha256(list);
    sql.update(
        "insert into encore.queue_draw (event_id, entrants, hash, frozen_at) values (?, ?, ?, ?)",
        room.eventId(),
        list,
        hash,
        now);
    long leaf = log.append("queue-entrants", write(said(room).add("entrants", lines.size()), hash));
    sql.update(
        "update encore.waiting_room set status = 'FROZEN', entrants = ?, entrants_leaf = ?"
            + " where event_id = ?",
        lines.size(),
        leaf,
        room.eventId());
  }

  /** Only after the commitment to the entrants has its place in the log. */
  private void draw(RoomRow room, Instant now) {
    if (log.indexOf(room.entrantsLeaf()).isEmpty()) {
      return;
    }
    String list =
        sql.first(
                "select entrants from encore.queue_draw where event_id = ?",
                row -> row.getString(1),
                room.eventId())
            .orElseThrow();
    String[] order = QueueOrder.draw(room.seed(), list);
    sql.update(
        "update encore.queue_place q set place = drawn.place"
            + " from unnest(?) with ordinality as drawn (code, place)"
            + " where q.code = drawn.code and q.event_id = ?",
        order,
        room.eventId());
    String result = Codes.sha256(String.join("\n", order));
    JsonObjectBuilder body =
        said(room)
            .add("entrants", order.length)
            .add("order", result)
            .add("seed", HexFormat.of().formatHex(room.seed()));
    long leaf = log.append("queue-drawn", write(body, Codes.sha256(list)));
    sql.update(
        "update encore.waiting_room set status = 'RUNNING', drawn_leaf = ?, placed = ?,"
            + " stepped_at = ? where event_id = ?",
        leaf,
        order.length,
        now,
        room.eventId());
  }

  private void flow(RoomRow room, Instant now) {
    int placed =
        room.placed()
            + sql.update(
                "update encore.queue_place q set place = ? + next.n from (select id,"
                    + " row_number() over (order by id) as n from encore.queue_place"
                    + " where event_id = ? and place is null and ended_at is null"
                    + " order by id limit ?) as next where q.id = next.id",
                room.placed(),
                room.eventId(),
                NEWCOMERS);
    long p95 = HoldPulse.worst(sql, now);
    float perMinute = Outflow.next(room.perMinute(), p95, room.least(), room.most());
    double seconds = Duration.between(room.steppedAt(), now).toNanos() / 1e9;
    seconds = Math.max(0, Math.min(LONGEST_STEP_SECONDS, seconds));
    double may = room.carry() + perMinute / 60 * seconds;
    int inside = inside(room, now);
    int count = room.paused() ? 0 : (int) Math.min(may, placed - room.called());
    count = Math.max(0, Math.min(count, free(room, now) - inside));
    call(room, count, now);
    float flow = Outflow.flow(room.flow(), count, seconds);
    boolean queue = placed - room.called() - count > 0;
    sql.update(
        "update encore.waiting_room set placed = ?, called = ?, inside = ?, per_minute = ?,"
            + " flow_per_minute = ?, carry = ?, p95_micros = ?, stepped_at = ? where event_id = ?",
        placed,
        room.called() + count,
        inside + count,
        perMinute,
        queue || count > 0 ? flow : Math.max(flow, perMinute),
        (float) Math.min(may - count, Math.max(1, perMinute / 60)),
        p95,
        now,
        room.eventId());
  }

  private void call(RoomRow room, int count, Instant now) {
    if (count > 0) {
      sql.update(
          "update encore.queue_place set called_at = ?, expires_at = ?"
              + " where event_id = ? and place > ? and place <= ? and ended_at is null",
          now,
          now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(room.minutes())),
          room.eventId(),
          room.called(),
          room.called() + count);
    }
  }

  private int inside(RoomRow room, Instant now) {
    return (int)
        sql.number(
            "select count(*) from encore.queue_place where event_id = ? and called_at is not null"
                + " and used_at is null and expires_at > ?",
            room.eventId(),
            now);
  }

  /** Tickets that can be had now: nobody is called to find nothing. */
  private int free(RoomRow room, Instant now) {
    return (int)
        sql.number(
            "select coalesce(sum(f.free), 0) from ("
                + BoardRoom.FREE
                + " where t.event_id = ? and t.sale_from <= ? and t.sale_until > ?"
                + " group by coalesce(t.fare_of, t.id)) f",
            room.eventId(),
            now,
            now);
  }

  private static JsonObjectBuilder said(RoomRow room) {
    return JSON.createObjectBuilder()
        .add("algorithm", QueueOrder.VERSION)
        .add("commitment", room.commitment())
        .add("event", room.slug());
  }

  private static String write(JsonObjectBuilder body, String hash) {
    return Canonical.write(body.add("hash", hash).build());
  }
}
