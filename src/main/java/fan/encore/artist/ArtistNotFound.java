package fan.encore.artist;

import fan.encore.shared.BusinessError;

/** No artist has this code. */
public class ArtistNotFound extends BusinessError {
  public ArtistNotFound() {
    super(Kind.NOT_FOUND, "artist.not_found");
  }
}
