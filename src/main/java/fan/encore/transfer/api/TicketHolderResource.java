package fan.encore.transfer.api;

import fan.encore.security.web.Caller;
import fan.encore.transfer.RenameTicket;
import fan.encore.transfer.TicketHolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The name on a ticket. */
@Path("tickets/{code}/holder")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Tickets")
public class TicketHolderResource {

  @Inject private TicketHolders holders;
  @Inject private Caller caller;

  /**
   * @param holderName printed on the ticket from now on
   */
  public record Name(String holderName) {}

  @PUT
  @Operation(summary = "Writes another name on a ticket of mine; its QR code is replaced")
  @APIResponse(responseCode = "200", description = "The name that is on it now")
  @APIResponse(responseCode = "409", description = "Used, promised, or not allowed any more")
  public Name rename(@PathParam("code") String code, @NotNull Name name) {
    return new Name(
        holders.rename(caller.id(), new RenameTicket(code, name.holderName())).holder());
  }
}
