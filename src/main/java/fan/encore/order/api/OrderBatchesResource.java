package fan.encore.order.api;

import fan.encore.order.OrderBatch;
import fan.encore.order.OrderBatches;
import fan.encore.order.StartBatch;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done to all orders of an event. */
@Path("studio/events/{slug}/order-batches")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class OrderBatchesResource {

  @Inject private OrderBatches batches;
  @Inject private Caller caller;

  /**
   * @param body of the mail, or the reason of the refund
   */
  public record BatchWish(
      StartBatch.BatchKind kind,
      boolean keepFees,
      boolean evenIfUsed,
      String subject,
      String body) {}

  @POST
  @Operation(summary = "Gives all orders back, or writes to all who bought; a worker does it")
  @APIResponse(responseCode = "202", description = "All batches, the latest first")
  public Response start(
      @PathParam("slug") String slug,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull BatchWish wish) {
    batches.start(
        caller.id(),
        slug,
        new StartBatch(
            wish.kind(), wish.keepFees(), wish.evenIfUsed(), wish.subject(), wish.body(), key));
    return Response.accepted(list(slug)).build();
  }

  @GET
  @Operation(summary = "What was begun for all orders of my event, with its progress")
  public List<OrderBatch> list(@PathParam("slug") String slug) {
    return batches.of(caller.id(), slug);
  }
}
