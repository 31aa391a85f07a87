package fan.encore.transfer.api;

import fan.encore.security.web.Caller;
import fan.encore.transfer.OfferTicket;
import fan.encore.transfer.TicketHolders;
import fan.encore.transfer.TransferRow;
import fan.encore.transfer.Transfers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends a ticket of the caller's to somebody else. */
@Path("tickets/{code}/transfers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Tickets")
public class TicketTransfersResource {

  @Inject private Transfers transfers;
  @Inject private TicketHolders holders;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * @param email where the link goes that the ticket is claimed with
   */
  @Schema(name = "MailAddress")
  public record Address(String email) {}

  @GET
  @Operation(summary = "What may be done with a ticket of mine, and what happened to it")
  public TransferViews.Moves moves(@PathParam("code") String code) {
    return TransferViews.Moves.of(
        holders.ticket(caller.id(), code), transfers.ofTicket(caller.id(), code), clock.instant());
  }

  @POST
  @Operation(summary = "Sends a ticket to an e-mail address; it stays mine until it is claimed")
  @APIResponse(responseCode = "201", description = "The transfer")
  @APIResponse(responseCode = "409", description = "Used, promised, or not allowed any more")
  public Response offer(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull Address address) {
    TransferRow offered = transfers.offer(caller.id(), new OfferTicket(code, address.email(), key));
    return Response.created(URI.create("/api/v1/tickets/" + code + "/transfers/" + offered.code()))
        .entity(TransferViews.Transfer.of(offered))
        .build();
  }

  @DELETE
  @Path("{transfer}")
  @Operation(summary = "Takes a ticket back that nobody has claimed")
  @APIResponse(responseCode = "204", description = "Taken back; the link is dead")
  @APIResponse(responseCode = "409", description = "It was claimed, or is over")
  public void cancel(@PathParam("code") String code, @PathParam("transfer") String transfer) {
    transfers.cancel(caller.id(), transfer);
  }
}
