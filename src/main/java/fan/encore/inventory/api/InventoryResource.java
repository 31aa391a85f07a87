package fan.encore.inventory.api;

import fan.encore.inventory.Inventory;
import fan.encore.inventory.LedgerSummary;
import fan.encore.inventory.Movement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to the tickets of an event, as a chain that anybody can check. */
@Path("events/{slug}/inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public class InventoryResource {

  @Inject private Inventory inventory;

  @GET
  @Operation(summary = "How far the inventory ledger of an event has come")
  public LedgerSummary summary(@PathParam("slug") String slug) {
    return inventory.summary(slug);
  }

  @GET
  @Path("lines")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      summary =
          "Lines of the ledger, at most 5000: place, type, kind, quantity, subject, capacity, free,"
              + " held, sold, seconds since 1970, and the hash of the chain after the line")
  public String lines(
      @PathParam("slug") String slug,
      @QueryParam("from") @DefaultValue("1") long from,
      @QueryParam("count") @DefaultValue("1000") int count) {
    return inventory.lines(slug, from, count).stream()
        .map(line -> line.line() + " " + line.hash() + "\n")
        .collect(Collectors.joining());
  }

  @GET
  @Path("movements/{code}")
  @Operation(summary = "The lines of one reservation or order, by its code")
  public List<Movement> movements(@PathParam("slug") String slug, @PathParam("code") String code) {
    return inventory.ofCode(slug, code);
  }
}
