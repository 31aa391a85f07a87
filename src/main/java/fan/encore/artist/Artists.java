package fan.encore.artist;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keeps the artists. */
@Stateless
public class Artists {

  private static final String SELECT =
      "select id, code, name, tagline, biography, picture_key, owner_account_id from encore.artist";

  @Inject private Sql sql;

  /** For the container. */
  public Artists() {}

  /** Outside the server. */
  public Artists(Sql sql) {
    this.sql = sql;
  }

  /** All artists by name. */
  @PermitAll
  public List<Artist> list() {
    return sql.list(SELECT + " order by name, id", Artists::artist);
  }

  /**
   * @throws ArtistNotFound if no artist has this code
   */
  @PermitAll
  public Artist byCode(String code) {
    return sql.first(SELECT + " where code = ?", Artists::artist, code)
        .orElseThrow(ArtistNotFound::new);
  }

  /** Adds an artist; a code that is taken is refused by {@code uq_artist_code}. */
  @RolesAllowed(Roles.ADMIN)
  @Audited("artist.create")
  public Artist create(@Valid @NotNull @Audited.Subject CreateArtist wanted) {
    return sql.first(
            "insert into encore.artist (code, name, tagline, biography, picture_key, owner_account_id)"
                + " values (?, ?, ?, ?, ?, ?)"
                + " returning id, code, name, tagline, biography, picture_key, owner_account_id",
            Artists::artist,
            wanted.code(),
            wanted.name(),
            wanted.tagline(),
            wanted.biography(),
            wanted.pictureKey(),
            wanted.ownerAccountId())
        .orElseThrow();
  }

  private static Artist artist(ResultSet row) throws SQLException {
    return new Artist(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("tagline"),
        row.getString("biography"),
        row.getString("picture_key"),
        Sql.nullableLong(row, "owner_account_id"));
  }
}
