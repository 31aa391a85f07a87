package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.security.AccessEnded;
import fan.encore.security.Identities;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Telephones and tablets at the doors: invited by a code, enrolled by scanning it, revoked. */
@Stateless
public class GateDevices {

  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final int LONGEST_NAME = 60;

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Audit audit;
  @Inject private DoorEvents events;
  @Inject private Event<AccessEnded> ended;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /**
   * Makes a code that enrols one device within 10 minutes.
   *
   * @param name what to call it; cut to 60 characters
   * @throws EventNotYours if there is no such event whose door the keeper may set up
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public EnrolmentCode invite(String event, String name, Keeper keeper) {
    long id = events.id(event, keeper, DoorEvents.DOOR);
    String called = name == null || name.isBlank() ? Codes.random("Gate ", 4) : name.strip();
    String code = Codes.secret();
    Instant now = clock.instant();
    Instant expires = now.plus(CODE_LIFE);
    long device =
        sql.insert(
            "insert into encore.gate_device (event_id, name, code_hash, code_expires_at, account_id, created_at)"
                + " values (?, ?, ?, ?, ?, ?) returning id",
            id,
            called.length() > LONGEST_NAME ? called.substring(0, LONGEST_NAME) : called,
            Codes.sha256(code),
            expires,
            keeper.accountId(),
            now);
    audit.record("checkin.device_invited", "device:" + device, event);
    return new EnrolmentCode(device, code, baseUrl + "/door#enrol=" + code, expires);
  }

  /**
   * Exchanges an enrolment code for a device's token, once.
   *
   * @throws EnrolmentRefused if the code is unknown, too old, or was used
   */
  @PermitAll
  public EnrolledDevice enrol(String code) {
    String token = Identities.DEVICE + Codes.secret();
    Instant now = clock.instant();
    EnrolledDevice enrolled =
        sql.first(
                "update encore.gate_device d set token_hash = ?, enrolled_at = ?, last_seen_at = ?, code_hash = null"
                    + " from encore.live_event e where e.id = d.event_id and d.code_hash = ?"
                    + " and d.code_expires_at > ? and d.revoked_at is null returning e.slug, d.name",
                row -> new EnrolledDevice(token, row.getString(1), row.getString(2)),
                Codes.sha256(token),
                now,
                now,
                Codes.sha256(code == null ? "" : code),
                now)
            .orElseThrow(EnrolmentRefused::new);
    audit.record("checkin.device_enrolled", "event:" + enrolled.event(), null);
    return enrolled;
  }

  /**
   * The devices of an event, the newest first.
   *
   * @throws EventNotYours if there is no such event whose door the keeper may set up
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public List<GateDevice> of(String event, Keeper keeper) {
    Instant now = clock.instant();
    return sql.list(
        "select id, name, code_expires_at, enrolled_at, last_seen_at, revoked_at from encore.gate_device"
            + " where event_id = ? order by revoked_at is not null, id desc limit 200",
        row -> device(row, now),
        events.id(event, keeper, DoorEvents.DOOR));
  }

  /**
   * From now on the device may not scan; what it scanned before and did not tell is lost to it, so
   * let it tell first.
   *
   * @throws EventNotYours if there is no such event whose door the keeper may set up
   * @throws DeviceNotFound if the event has no such device, or it was revoked before
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public void revoke(String event, long device, Keeper keeper) {
    long id = events.id(event, keeper, DoorEvents.DOOR);
    long answering =
        sql.first(
                "update encore.gate_device set revoked_at = ?, code_hash = null"
                    + " where id = ? and event_id = ? and revoked_at is null returning account_id",
                row -> row.getLong(1),
                clock.instant(),
                device,
                id)
            .orElseThrow(DeviceNotFound::new);
    audit.record("checkin.device_revoked", "device:" + device, event);
    ended.fire(new AccessEnded(answering));
  }

  private static GateDevice device(ResultSet row, Instant now) throws SQLException {
    Instant expires = Sql.instant(row, "code_expires_at");
    Instant enrolled = Sql.instant(row, "enrolled_at");
    GateDevice.DeviceStatus status =
        row.getTimestamp("revoked_at") != null
            ? GateDevice.DeviceStatus.REVOKED
            : enrolled != null
                ? GateDevice.DeviceStatus.ENROLLED
                : expires.isAfter(now)
                    ? GateDevice.DeviceStatus.INVITED
                    : GateDevice.DeviceStatus.EXPIRED;
    return new GateDevice(
        row.getLong("id"),
        row.getString("name"),
        status,
        status == GateDevice.DeviceStatus.INVITED ? expires : null,
        enrolled,
        Sql.instant(row, "last_seen_at"));
  }
}
