package fan.encore.transfer.api;

import fan.encore.security.web.Caller;
import fan.encore.transfer.ClaimTicket;
import fan.encore.transfer.TransferClaims;
import fan.encore.transfer.Transfers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets that the caller sent or was sent. */
@Path("transfers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Tickets")
public class TransfersResource {

  @Inject private Transfers transfers;
  @Inject private TransferClaims claims;
  @Inject private Caller caller;

  /**
   * @param signature of the link in the mail, or null when it was sent to the caller's own address
   * @param holderName printed on the ticket from now on
   */
  public record Claim(String signature, String holderName) {}

  /**
   * @param signature of the link in the mail, or null when it was sent to the caller's own address
   */
  @Schema(name = "TransferRefusal")
  public record Refusal(String signature) {}

  @GET
  @Operation(summary = "Tickets that I sent, got or may claim, the latest first")
  public List<TransferViews.Transfer> mine() {
    return transfers.of(caller.id()).stream().map(TransferViews.Transfer::of).toList();
  }

  @POST
  @Path("{code}/claim")
  @Operation(summary = "Takes a ticket that was sent: it is mine, and the old QR code is dead")
  @APIResponse(responseCode = "200", description = "The transfer; claiming again changes nothing")
  @APIResponse(responseCode = "409", description = "Somebody else has it, or it is over")
  public TransferViews.Transfer claim(@PathParam("code") String code, @NotNull Claim claim) {
    return TransferViews.Transfer.of(
        claims.claim(caller.id(), new ClaimTicket(code, claim.signature(), claim.holderName())));
  }

  @POST
  @Path("{code}/refusal")
  @Operation(summary = "Declines a ticket that was sent: it stays where it is")
  @APIResponse(responseCode = "204", description = "Declined")
  public void decline(@PathParam("code") String code, @NotNull Refusal refusal) {
    claims.decline(caller.id(), code, refusal.signature());
  }
}
