package fan.encore.artist.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All artists. */
@Named
@RequestScoped
public class ArtistListPage {

  @Inject private Artists artists;

  private List<Artist> all;

  @PostConstruct
  void load() {
    all = artists.list();
  }

  public List<Artist> getArtists() {
    return all;
  }
}
