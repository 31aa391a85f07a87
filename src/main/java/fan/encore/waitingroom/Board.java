package fan.encore.waitingroom;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * What this node knows of every queue, in memory: read again each second, only what is new. A
 * waiting fan is answered from here without a database, a session or anybody's name.
 */
@ApplicationScoped
public class Board {

  private static final int AT_ONCE = 50_000;

  private record Room(BoardRoom shown, RoomKey key, Map<Long, Integer> places) {}

  private record Place(long number, int place) {}

  private volatile Map<Long, Room> rooms = Map.of();

  private final Sql sql;
  private final Clock clock;
  private final RandomGenerator luck;

  @Inject
  public Board(Sql sql, Clock clock, RandomGenerator luck) {
    this.sql = sql;
    this.clock = clock;
    this.luck = luck;
  }

  /** For the container's proxy. */
  protected Board() {
    this(null, null, null);
  }

  /** Reads what is new. */
  void refresh() {
    Map<Long, Room> before = rooms;
    Map<Long, Room> next = new HashMap<>();
    for (Room room : sql.list(BoardRoom.QUERY, row -> room(row, before), clock.instant())) {
      read(room);
      next.put(room.shown().eventId(), room);
    }
    rooms = next;
  }

  private static Room room(ResultSet row, Map<Long, Room> before) throws SQLException {
    BoardRoom shown = BoardRoom.of(row);
    Room known = before.get(shown.eventId());
    return new Room(
        shown,
        new RoomKey(row.getBytes("inner_key"), row.getBytes("outer_key")),
        known == null ? new ConcurrentHashMap<>() : known.places());
  }

  /** Places are handed out in rising order, so the new ones are those after the last known. */
  private void read(Room room) {
    Map<Long, Integer> places = room.places();
    int read = AT_ONCE;
    while (read == AT_ONCE) {
      var next =
          sql.list(
              "select id, place from encore.queue_place where event_id = ? and place > ?"
                  + " order by place limit ?",
              row -> new Place(row.getLong(1), row.getInt(2)),
              room.shown().eventId(),
              places.size(),
              AT_ONCE);
      next.forEach(found -> places.put(found.number(), found.place()));
      read = next.size();
    }
  }

  /**
   * The answer to a waiting fan as JSON.
   *
   * @param word the slip
   * @return null if it is no slip of a room that this node knows
   */
  public String answer(String word) {
    Slip slip = Slip.read(word);
    Room room = slip == null ? null : rooms.get(slip.eventId());
    if (room == null || !slip.isOf(room.key(), word)) {
      return null;
    }
    Instant now = clock.instant();
    return room.shown().answer(room.places().get(slip.number()), now, luck.nextDouble());
  }

  /** What everybody may know of a queue, if this node knows one. */
  public Optional<BoardRoom> room(long eventId) {
    return Optional.ofNullable(rooms.get(eventId)).map(Room::shown);
  }
}
