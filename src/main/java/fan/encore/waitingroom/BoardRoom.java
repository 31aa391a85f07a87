package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * A queue at one moment, and the rules of what to tell of it. Plain arithmetic, no input or output.
 *
 * @param free tickets that can be had now
 * @param held tickets that may come back
 */
public record BoardRoom(
    long eventId,
    RoomStatus status,
    Instant drawAt,
    boolean paused,
    int entrants,
    int placed,
    int called,
    float flow,
    long free,
    long held) {

  /** What is free and held of types, those that are sold on the same seats together. */
  static final String FREE =
      "select max(case when s.quotas is null then s.free else least(s.free,"
          + " (select min(q.free) from encore.quota q where q.id = any (s.quotas))) end) as free,"
          + " sum(s.held) as held from encore.ticket_type t"
          + " join encore.ticket_stock s on s.ticket_type_id = t.id";

  static final String QUERY =
      "select w.*, s.free, s.held from encore.waiting_room w left join lateral ("
          + " select sum(f.free) as free, sum(f.held) as held from ("
          + FREE
          + " where t.event_id = w.event_id and t.sale_until > ?"
          + " group by coalesce(t.fare_of, t.id)) f) s on true"
          + " where w.status <> 'CLOSED'";

  /** Polls per second that one node should get, whatever the queue. */
  private static final double POLLS_PER_SECOND = 800;

  private static final double SHORTEST_SECONDS = 2;
  private static final double LONGEST_SECONDS = 60;
  private static final double LEAST_FLOW = 0.5;
  private static final long MILLIS = 1000;

  static BoardRoom of(ResultSet row) throws SQLException {
    return new BoardRoom(
        row.getLong("event_id"),
        RoomStatus.valueOf(row.getString("status")),
        Sql.instant(row, "draw_at"),
        row.getBoolean("paused"),
        row.getInt("entrants"),
        row.getInt("placed"),
        row.getInt("called"),
        row.getFloat("flow_per_minute"),
        row.getLong("free"),
        row.getLong("held"));
  }

  /**
   * Seconds until a place is called, out of the measured flow; -1 when nobody can know: paused, no
   * ticket free, or hardly anybody was called lately.
   */
  public long seconds(int place) {
    int ahead = place - called;
    if (ahead <= 0) {
      return 0;
    }
    return paused || free <= 0 || flow < LEAST_FLOW ? -1 : (long) Math.ceil(ahead * 60.0 / flow);
  }

  /**
   * The answer to one fan.
   *
   * @param place null while she has none
   * @param jitter 0 to 1: spreads fans over time
   */
  String answer(Integer place, Instant now, double jitter) {
    String state = state(place, now);
    StringBuilder json = new StringBuilder(160).append("{\"state\":\"").append(state).append('"');
    long seconds = -1;
    if (status != RoomStatus.RUNNING) {
      seconds = Math.max(0, Duration.between(now, drawAt).toSeconds());
      json.append(",\"queue\":").append(entrants);
    } else {
      json.append(",\"queue\":").append(Math.max(0, placed - called));
      if (place != null) {
        seconds = seconds(place);
        json.append(",\"place\":").append(place);
        json.append(",\"ahead\":").append(Math.max(0, place - called - 1));
      }
    }
    json.append(",\"seconds\":").append(seconds);
    json.append(",\"perMinute\":").append(Math.round(flow));
    json.append(",\"paused\":").append(paused);
    json.append(",\"tickets\":\"").append(tickets()).append('"');
    return json.append(",\"pollMillis\":")
        .append(poll(state, seconds, jitter))
        .append('}')
        .toString();
  }

  private String state(Integer place, Instant now) {
    if (status == RoomStatus.GATHERING) {
      return now.isBefore(drawAt) ? "GATHERING" : "DRAWING";
    }
    if (status == RoomStatus.FROZEN) {
      return "DRAWING";
    }
    if (status == RoomStatus.CLOSED) {
      return "CLOSED";
    }
    return place == null ? "JOINING" : place <= called ? "CALLED" : "WAITING";
  }

  /** FREE, ALL_HELD when some may come back, or GONE. */
  public String tickets() {
    return free > 0 ? "FREE" : held > 0 ? "ALL_HELD" : "GONE";
  }

  /**
   * When to ask again, in milliseconds: the nearer the change, the sooner. In a running queue that
   * bounds the polls by itself, because few are near; where everybody waits for the same moment,
   * all together ask no more than a node likes to hear, and are spread over time.
   */
  long poll(String state, long seconds, double jitter) {
    double crowd = Math.max(entrants, placed - called) / POLLS_PER_SECOND;
    double wait = seconds < 0 ? LONGEST_SECONDS / 2 : seconds / 6.0;
    if (status != RoomStatus.RUNNING || seconds < 0) {
      wait = Math.max(wait, crowd);
    }
    wait = Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, wait));
    if (state.equals("GATHERING") && wait > seconds) {
      wait = seconds + RoomSteps.GRACE.toSeconds() + 1 + jitter * Math.max(1, crowd);
      return (long) (wait * MILLIS);
    }
    if (state.equals("JOINING") || state.equals("CALLED")) {
      wait = SHORTEST_SECONDS;
    }
    return (long) (wait * (0.8 + 0.4 * jitter) * MILLIS);
  }
}
