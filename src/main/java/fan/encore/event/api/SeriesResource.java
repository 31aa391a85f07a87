package fan.encore.event.api;

import fan.encore.event.Events;
import fan.encore.event.SeriesView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that recur. */
@Path("series")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class SeriesResource {

  @Inject private Events events;

  /**
   * @param dates those that are not over, the next one first
   */
  @Schema(name = "SeriesFull")
  public record Series(String code, String title, List<EventViews.Card> dates) {
    static Series of(SeriesView series) {
      return new Series(
          series.code(), series.title(), series.dates().stream().map(EventViews.Card::of).toList());
    }
  }

  @GET
  @Path("{code}")
  @Operation(summary = "A series with its dates to come")
  public Series one(@PathParam("code") String code) {
    return Series.of(events.series(code));
  }
}
