package fan.encore.artist.api;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The artists. */
@Path("artists")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artists")
public class ArtistsResource {

  @Inject private Artists artists;

  /**
   * @param picture address of the portrait on this server
   */
  public record ArtistView(
      String code, String name, String tagline, String biography, String picture) {
    static ArtistView of(Artist artist) {
      return new ArtistView(
          artist.code(),
          artist.name(),
          artist.tagline(),
          artist.biography(),
          "/media/" + artist.pictureKey());
    }
  }

  @GET
  @Operation(summary = "All artists by name")
  public List<ArtistView> list() {
    return artists.list().stream().map(ArtistView::of).toList();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "One artist")
  public ArtistView one(@PathParam("code") String code) {
    return ArtistView.of(artists.byCode(code));
  }
}
