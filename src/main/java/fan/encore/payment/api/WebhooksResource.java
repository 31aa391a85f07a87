package fan.encore.payment.api;

import fan.encore.app.SystemEntrance;
import fan.encore.payment.Payments;
import fan.encore.payment.WebhookRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where payment providers knock. They are known by their signature over the raw body only. */
@Path("webhooks")
@ApplicationScoped
@Tag(name = "Webhooks")
public class WebhooksResource {

  private static final int LONGEST_BODY = 64 * 1024;

  @Inject private Payments payments;
  @Inject private SystemEntrance system;

  @POST
  @Path("{provider}")
  @Operation(summary = "A signed message of a payment provider, delivered at least once")
  @APIResponse(responseCode = "200", description = "Taken, now or by an earlier delivery")
  @APIResponse(responseCode = "400", description = "Not signed by the provider, or too old")
  public Response receive(
      @PathParam("provider") String provider,
      @HeaderParam("Encore-Sandbox-Signature") String signature,
      @RequestBody byte[] body) {
    if (!provider.equals(Payments.PROVIDER)) {
      throw new NotFoundException();
    }
    if (body == null || body.length > LONGEST_BODY) {
      throw new BadRequestException();
    }
    try {
      system.run(() -> payments.receive(signature, body));
    } catch (WebhookRefused refused) {
      throw new BadRequestException();
    }
    return Response.ok().build();
  }
}
