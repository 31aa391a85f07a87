package fan.encore.event.api;

import fan.encore.event.FeeDraft;
import fan.encore.event.FeeRow;
import fan.encore.event.FeeRule;
import fan.encore.event.PriceRules;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
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

  @Inject private PriceRules rules;
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
    return rules.fees().stream().map(Fee::of).toList();
  }

  @PUT
  @Operation(summary = "Says what the service costs in a currency, or everywhere; administrators")
  public List<Fee> setFees(@QueryParam("currency") String currency, @NotNull FeeDraft draft) {
    rules.setFee(caller.id(), currency, draft);
    return fees();
  }
}
