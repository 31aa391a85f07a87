package fan.encore.artist;

import fan.encore.account.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Who may work in which artist's studio: the artist's own account, and administrators. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class Studios {

  @Resource private SessionContext context;
  @Inject private Artists artists;

  /** The artists whose studio this account may enter, by name. */
  public List<Artist> of(long accountId) {
    return artists.list().stream().filter(artist -> mayEnter(accountId, artist)).toList();
  }

  /**
   * The artist, for somebody who may work for it.
   *
   * @throws ArtistNotFound if there is none, or it is somebody else's
   */
  public Artist enter(long accountId, String artistCode) {
    Artist artist = artists.byCode(artistCode);
    if (!mayEnter(accountId, artist)) {
      throw new ArtistNotFound();
    }
    return artist;
  }

  private boolean mayEnter(long accountId, Artist artist) {
    return artist.ownerAccountId() != null && artist.ownerAccountId() == accountId
        || context.isCallerInRole(Roles.ADMIN);
  }
}
