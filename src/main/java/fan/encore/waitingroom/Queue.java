package fan.encore.waitingroom;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The fan's side of the waiting room: enter it, and be told where she stands. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Queue {

  private static final String PLACE =
      "select q.*, w.inner_key, w.outer_key from encore.waiting_room w, ";

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Queue() {}

  /** Outside the server. */
  public Queue(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Enters the queue. An account has one place: to enter again answers the same one, until its
   * admission was used or its time has passed; then it is a new place at the end.
   *
   * @throws NoWaitingRoom if the event has none
   * @throws RoomNotOpen before it opens, and after it was closed
   */
  public Standing enter(long accountId, @Valid EnterQueue wanted) {
    RoomFigures room = RoomReading.bySlug(sql, wanted.slug()).orElseThrow(NoWaitingRoom::new);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (room.status() == RoomStatus.CLOSED || now.isBefore(room.opensAt())) {
      throw new RoomNotOpen();
    }
    return sql.first(
            PLACE + "encore.enter_queue(?, ?, ?, ?, ?) q where w.event_id = q.event_id",
            row -> standing(row, room),
            room.eventId(),
            accountId,
            Codes.random("Q-", 12),
            wanted.luck() == null || wanted.luck().isEmpty() ? "-" : wanted.luck(),
            now)
        .orElseThrow();
  }

  /** Where a fan stands; empty if she has not entered. */
  public Optional<Standing> standing(long accountId, String slug) {
    return room(slug)
        .flatMap(
            room ->
                sql.first(
                    PLACE
                        + "encore.queue_place q where w.event_id = q.event_id and q.event_id = ?"
                        + " and q.account_id = ? and q.ended_at is null",
                    row -> standing(row, room),
                    room.eventId(),
                    accountId));
  }

  /**
   * The token to hold tickets with, if the fan is called and has not used it. Guests have none: a
   * place in the queue is an account's.
   *
   * @return null without
   */
  @RolesAllowed({Roles.FAN, Roles.GUEST})
  public String admission(long accountId, String slug) {
    return standing(accountId, slug)
        .filter(mine -> mine.admission() != null && !mine.missed(clock.instant()))
        .map(mine -> mine.admission().token())
        .orElse(null);
  }

  /** What everybody may know of a queue; empty where there is none. */
  @PermitAll
  public Optional<RoomFigures> room(String slug) {
    return RoomReading.bySlug(sql, slug);
  }

  /**
   * What the draw was made from and what it made.
   *
   * @throws NoWaitingRoom if the event has none
   */
  @PermitAll
  public QueueProof proof(String slug) {
    RoomFigures room = room(slug).orElseThrow(NoWaitingRoom::new);
    return QueueProof.read(sql, room.eventId()).orElseThrow(NoWaitingRoom::new);
  }

  /**
   * The committed list of entrants.
   *
   * @throws NoWaitingRoom before it is committed
   */
  @PermitAll
  public String entrants(String slug) {
    RoomFigures room = room(slug).orElseThrow(NoWaitingRoom::new);
    return sql.first(
            "select entrants from encore.queue_draw where event_id = ?",
            row -> row.getString(1),
            room.eventId())
        .orElseThrow(NoWaitingRoom::new);
  }

  private static Standing standing(ResultSet row, RoomFigures room) throws SQLException {
    RoomKey key = new RoomKey(row.getBytes("inner_key"), row.getBytes("outer_key"));
    Instant until = Sql.instant(row, "expires_at");
    String usedBy = row.getString("used_by");
    String code = row.getString("code");
    Integer place = row.getObject("place", Integer.class);
    Admission admission =
        until == null || usedBy != null
            ? null
            : Admission.of(key, room.eventId(), row.getLong("account_id"), code, until);
    String slip = new Slip(room.eventId(), row.getLong("id")).signed(key);
    return new Standing(room, slip, code, place, admission, usedBy);
  }
}
