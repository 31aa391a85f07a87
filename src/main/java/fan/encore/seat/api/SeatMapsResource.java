package fan.encore.seat.api;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.seat.SaveSeatMap;
import fan.encore.seat.SeatMapRow;
import fan.encore.seat.SeatMapView;
import fan.encore.seat.SeatMaps;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seat maps of venues. */
@Path("studio/seat-maps")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class SeatMapsResource {

  private static final String SVG = "image/svg+xml";

  @Inject private SeatMaps maps;
  @Inject private Caller caller;

  /**
   * @param venue code of the venue
   * @param document the map as JSON, format {@code encore-seat-map/1}
   */
  public record Draft(String venue, String name, JsonObject document) {}

  /**
   * @param version that the change was made from, or null to overwrite
   */
  @Schema(name = "SeatMapChange")
  public record Change(String name, JsonObject document, Integer version) {}

  /** A map with its drawing. */
  @Schema(name = "SeatMapFull")
  public record Full(SeatMapRow map, JsonObject document) {
    static Full of(SeatMapView view) {
      return new Full(view.row(), json(view.document()));
    }
  }

  @GET
  @Operation(summary = "The seat maps of a venue, or of all")
  public List<SeatMapRow> list(@QueryParam("venue") String venue) {
    return maps.list(caller.id(), venue);
  }

  @POST
  @Operation(summary = "Adds a seat map to a venue")
  @APIResponse(responseCode = "201", description = "The map with its code")
  @APIResponse(responseCode = "422", description = "The document is no map; the title says where")
  public Response create(@NotNull Draft draft) {
    String code =
        maps.create(caller.id(), draft.venue(), save(draft.name(), draft.document(), null));
    return Response.created(URI.create("/api/v1/studio/seat-maps/" + code))
        .entity(one(code))
        .build();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "A seat map with its drawing")
  public Full one(@PathParam("code") String code) {
    return Full.of(maps.byCode(caller.id(), code));
  }

  @PUT
  @Path("{code}")
  @Operation(summary = "Changes a seat map; events keep the copy that they have")
  public Full edit(@PathParam("code") String code, @NotNull Change change) {
    maps.save(caller.id(), code, save(change.name(), change.document(), change.version()));
    return one(code);
  }

  @DELETE
  @Path("{code}")
  @Operation(summary = "Deletes a seat map that no event uses")
  public void delete(@PathParam("code") String code) {
    maps.delete(caller.id(), code);
  }

  @GET
  @Path("{code}/svg")
  @Produces(SVG)
  @Operation(summary = "The drawing as SVG that can be imported again")
  public Response svg(@PathParam("code") String code) {
    return Response.ok(maps.svg(caller.id(), code))
        .header("Content-Disposition", "attachment; filename=\"" + code + ".svg\"")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }

  @POST
  @Path("imports")
  @Consumes({MediaType.APPLICATION_JSON, SVG})
  @Operation(summary = "Reads a map out of JSON or SVG and answers it as JSON; nothing is kept")
  @APIResponse(responseCode = "422", description = "It cannot be read; the title says why")
  public JsonObject imported(@NotNull String content) {
    return json(maps.imported(content));
  }

  private static SaveSeatMap save(String name, JsonObject document, Integer version) {
    return new SaveSeatMap(name, document == null ? "" : document.toString(), version);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
