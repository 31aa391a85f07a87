package fan.encore.seat;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.VenueNotFound;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Keeps the seat maps of venues. Every organizer may see, copy and use every map, a team may see
 * them; only its author and administrators change it.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class SeatMaps {

  private static final String SELECT =
      "select m.code, m.name, v.code as venue, v.name as venue_name, v.city, m.seats, m.standing,"
          + " m.version, m.edited_at, m.organizer_account_id, m.document::text as document"
          + " from encore.seat_map m join encore.venue v on v.id = m.venue_id";

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * By venue and name.
   *
   * @param venueCode of one venue, or null for all
   */
  public List<SeatMapRow> list(long accountId, String venueCode) {
    return sql.list(
        SELECT + " where v.code = coalesce(?::text, v.code) order by v.name, m.name, m.id",
        row -> row(row, accountId),
        venueCode);
  }

  /**
   * @throws SeatMapNotFound if there is none
   */
  public SeatMapView byCode(long accountId, String code) {
    return sql.first(
            SELECT + " where m.code = ?",
            row -> new SeatMapView(row(row, accountId), row.getString("document")),
            code)
        .orElseThrow(SeatMapNotFound::new);
  }

  /**
   * A new map of a venue.
   *
   * @return its code
   * @throws SeatMapRefused if the document is no map
   * @throws VenueNotFound if there is no such venue
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("seat.create_map")
  public String create(long accountId, String venueCode, @Valid SaveSeatMap draft) {
    SeatMap map = read(draft.document());
    SeatLayout layout = SeatLayout.of(map);
    String code = Codes.random("SM-", 8);
    int created =
        sql.update(
            "insert into encore.seat_map (code, venue_id, organizer_account_id, name, document,"
                + " seats, standing, edited_at)"
                + " select ?, id, ?, ?, ?::jsonb, ?, ?, ? from encore.venue where code = ?",
            code,
            accountId,
            draft.name().strip(),
            SeatMapWriter.write(map).toString(),
            layout.seats().size(),
            layout.standingRoom(),
            clock.instant(),
            venueCode);
    if (created == 0) {
      throw new VenueNotFound();
    }
    return code;
  }

  /**
   * Changes a map; events that use it keep the copy that they have.
   *
   * @return its new version
   * @throws SeatMapRefused if the document is no map
   * @throws SeatMapEditedMeanwhile if the draft was made from an older version
   * @throws SeatMapNotFound if there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("seat.edit_map")
  public int save(long accountId, @Audited.Subject String code, @Valid SaveSeatMap draft) {
    SeatMap map = read(draft.document());
    SeatLayout layout = SeatLayout.of(map);
    own(accountId, code);
    return sql.first(
            "update encore.seat_map set name = ?, document = ?::jsonb, seats = ?, standing = ?,"
                + " version = version + 1, edited_at = ?"
                + " where code = ? and version = coalesce(?::integer, version) returning version",
            row -> row.getInt(1),
            draft.name().strip(),
            SeatMapWriter.write(map).toString(),
            layout.seats().size(),
            layout.standingRoom(),
            clock.instant(),
            code,
            draft.version())
        .orElseThrow(SeatMapEditedMeanwhile::new);
  }

  /**
   * A map of one's own with the same drawing.
   *
   * @return its code
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("seat.copy_map")
  public String copy(long accountId, @Audited.Subject String code, String name) {
    SeatMapView from = byCode(accountId, code);
    return create(accountId, from.row().venueCode(), new SaveSeatMap(name, from.document(), null));
  }

  /**
   * @throws SeatMapInUse if an event was ever made with it
   * @throws SeatMapNotFound if there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("seat.delete_map")
  public void delete(long accountId, @Audited.Subject String code) {
    own(accountId, code);
    int deleted =
        sql.update(
            "delete from encore.seat_map m where code = ?"
                + " and not exists (select from encore.event_seating s where s.seat_map_id = m.id)",
            code);
    if (deleted == 0) {
      throw new SeatMapInUse();
    }
  }

  /** The drawing as SVG that can be imported again. */
  public String svg(long accountId, String code) {
    return SeatSvgWriter.write(SeatMapReader.read(byCode(accountId, code).document()));
  }

  /**
   * What a file holds, without keeping it: for a look before it is saved.
   *
   * @param content JSON or SVG
   * @return JSON in the form {@link SeatMap#FORMAT}
   * @throws SeatMapRefused if it is neither
   */
  public String imported(String content) {
    return SeatMapWriter.write(read(content)).toString();
  }

  private static SeatMap read(String content) {
    return content.stripLeading().startsWith("<")
        ? SeatSvgReader.read(content)
        : SeatMapReader.read(content);
  }

  private void own(long accountId, String code) {
    if (!byCode(accountId, code).row().mine()) {
      throw new SeatMapNotFound();
    }
  }

  private SeatMapRow row(ResultSet row, long accountId) throws SQLException {
    return new SeatMapRow(
        row.getString("code"),
        row.getString("name"),
        row.getString("venue"),
        row.getString("venue_name"),
        row.getString("city"),
        row.getInt("seats"),
        row.getInt("standing"),
        row.getInt("version"),
        Sql.instant(row, "edited_at"),
        row.getLong("organizer_account_id") == accountId || context.isCallerInRole(Roles.ADMIN));
  }
}
