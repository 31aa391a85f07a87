package fan.encore.event.web;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.event.VenueRow;
import fan.encore.event.Venues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What an organizer chooses from, read once for a request. */
@RequestScoped
public class EventChoices {

  @Inject private Venues venues;
  @Inject private Artists artists;

  private List<VenueRow> allVenues;
  private List<Artist> allArtists;

  List<VenueRow> venues() {
    if (allVenues == null) {
      allVenues = venues.list();
    }
    return allVenues;
  }

  List<Artist> artists() {
    if (allArtists == null) {
      allArtists = artists.list();
    }
    return allArtists;
  }
}
