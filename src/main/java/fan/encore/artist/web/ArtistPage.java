package fan.encore.artist.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.event.EventRow;
import fan.encore.event.Events;
import fan.encore.gacha.BannerCard;
import fan.encore.gacha.Banners;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One artist: who it is, what can be drawn now, where to see the artist next. */
@Named
@RequestScoped
public class ArtistPage {

  private static final int EVENTS_SHOWN = 6;

  @Inject private Artists artists;
  @Inject private Banners banners;
  @Inject private Events events;

  private String code;
  private Artist artist;
  private List<BannerCard> openBanners;
  private List<EventRow> nextEvents;

  public void load() {
    artist = artists.byCode(code);
    openBanners = banners.openOf(code);
    nextEvents = events.ofArtist(code, EVENTS_SHOWN);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public Artist getArtist() {
    return artist;
  }

  /** The biography without its empty lines. */
  public List<String> getParagraphs() {
    return List.of(artist.biography().strip().split("\\R\\s*\\R"));
  }

  public List<BannerCard> getOpenBanners() {
    return openBanners;
  }

  public List<EventRow> getNextEvents() {
    return nextEvents;
  }
}
