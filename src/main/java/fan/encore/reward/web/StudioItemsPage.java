package fan.encore.reward.web;

import fan.encore.collection.StudioItem;
import fan.encore.collection.StudioItems;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The items of an artist. */
@Named
@ViewScoped
public class StudioItemsPage implements Serializable {

  @Inject private StudioItems items;
  @Inject private StudioArtists artists;
  @Inject private Caller caller;

  private String artist;
  private List<StudioItem> rows = List.of();

  public void open() {
    artist = artists.code(artist);
    if (artist != null) {
      rows = items.of(caller.id(), artist);
    }
  }

  public List<StudioItem> getRows() {
    return rows;
  }

  public String getArtist() {
    return artist;
  }

  public void setArtist(String artist) {
    this.artist = artist;
  }
}
