package fan.encore.app.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.event.EventRow;
import fan.encore.event.EventSearch;
import fan.encore.event.Events;
import fan.encore.gacha.BannerCard;
import fan.encore.gacha.Banners;
import fan.encore.gacha.Phase;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is on: banners that can be drawn from now, the next events, the artists. */
@Named
@RequestScoped
public class HomePage {

  private static final int BANNERS = 4;
  private static final int EVENTS = 8;
  private static final int ARTISTS = 8;
  private static final int FACES = 3;

  @Inject private Banners banners;
  @Inject private Events events;
  @Inject private Artists artists;

  private List<BannerCard> open;
  private List<EventRow> next;
  private List<Artist> cast;

  @PostConstruct
  void load() {
    open =
        banners.list().stream()
            .filter(banner -> banner.phase() == Phase.OPEN)
            .limit(BANNERS)
            .toList();
    next = events.search(EventSearch.all(EVENTS)).rows();
    cast = artists.list().stream().limit(ARTISTS).toList();
  }

  public List<BannerCard> getBanners() {
    return open;
  }

  public List<EventRow> getEvents() {
    return next;
  }

  public List<Artist> getArtists() {
    return cast;
  }

  /** The artists beside the welcome. */
  public List<Artist> getFaces() {
    return cast.subList(0, Math.min(FACES, cast.size()));
  }
}
