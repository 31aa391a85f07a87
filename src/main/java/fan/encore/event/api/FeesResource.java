package fan.encore.event.api;

import fan.encore.app.api.Paged;
import fan.encore.event.FeeDraft;
import fan.encore.event.FeeRow;
import fan.encore.event.FeeRule;
import fan.encore.event.HouseFees;
import fan.encore.security.web.Caller;
import fan.encore.shared.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fees of the service in each currency, and everywhere. */
@Path("admin/fees")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class FeesResource {

  @Inject private HouseFees fees;
  @Inject private Caller caller;

  /**
   * @param currency null for the rule that counts everywhere
   */
  public record Fee(String currency, FeeRule rule, Instant validFrom) {
    static Fee of(FeeRow row) {
      return new Fee(row.currency(), row.rule(), row.validFrom());
    }
  }

  @GET
  @Operation(summary = "The service fees for currencies and everywhere; administrators")
  public List<Fee> fees() {
    return fees.fees().stream().map(Fee::of).toList();
  }

  @PUT
  @Operation(summary = "Says what the service costs in a currency, or everywhere; administrators")
  public List<Fee> setFees(@QueryParam("currency") String currency, @NotNull FeeDraft draft) {
    fees.set(caller.id(), currency, draft);
    return fees();
  }

  @DELETE
  @Operation(summary = "Forgets the service fee of a currency; administrators")
  public List<Fee> endFee(@QueryParam("currency") String currency) {
    fees.end(currency);
    return fees();
  }

  @GET
  @Path("own")
  @Operation(
      summary = "Events and ticket types with a fee or a tax of their own; administrators",
      description = "filter searches in titles. fee or tax is null where it is not their own.")
  public Response own(
      @QueryParam("filter") String filter,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    int least = Math.max(page, 0);
    int rows = Math.min(Math.max(size, 1), 100);
    Map<String, String> filters = filter == null ? Map.of() : Map.of("title", filter);
    ListQuery query = new ListQuery(least * rows, rows, null, false, filters);
    return Paged.answer(uri, fees.own(query), least, rows, row -> row);
  }
}
