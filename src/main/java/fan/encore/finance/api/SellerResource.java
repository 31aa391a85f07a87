package fan.encore.finance.api;

import fan.encore.finance.Invoices;
import fan.encore.finance.Seller;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What invoices say about the organizer who sells. */
@Path("studio/seller")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class SellerResource {

  @Inject private Invoices invoices;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "What my invoices say about me as the seller")
  @APIResponse(responseCode = "204", description = "Nothing was written yet")
  public Seller seller() {
    return invoices.seller(caller.id()).orElse(null);
  }

  @PUT
  @Operation(summary = "Says what my invoices from now on say about me as the seller")
  public Seller write(@NotNull Seller seller) {
    invoices.write(caller.id(), seller);
    return seller;
  }
}
