package fan.encore.reward.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Studios;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The artists for whom the caller works. */
@Named
@RequestScoped
public class StudioArtists {

  @Inject private Studios studios;
  @Inject private Caller caller;

  private List<Artist> all;

  public List<Artist> getAll() {
    if (all == null) {
      all = studios.of(caller.id());
    }
    return all;
  }

  /** The chosen artist, else the first one; null if there is none. */
  public String code(String chosen) {
    return chosen != null || getAll().isEmpty() ? chosen : getAll().get(0).code();
  }
}
