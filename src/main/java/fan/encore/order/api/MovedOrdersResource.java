package fan.encore.order.api;

import fan.encore.order.EventRefunds;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders whose event was moved. */
@Path("orders/{code}/give-up")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class MovedOrdersResource {

  @Inject private EventRefunds refunds;
  @Inject private Caller caller;

  @POST
  @Operation(
      summary = "Gives an order back because its event was moved, while that is a right",
      description = "Saying it again changes nothing.")
  @APIResponse(responseCode = "202", description = "The money goes back")
  @APIResponse(responseCode = "409", description = "There is no such right, or it is over")
  public Response giveUp(@PathParam("code") String code) {
    refunds.giveUp(caller.id(), code);
    return Response.accepted().build();
  }
}
