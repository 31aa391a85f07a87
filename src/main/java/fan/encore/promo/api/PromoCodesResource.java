package fan.encore.promo.api;

import fan.encore.app.api.Amount;
import fan.encore.app.api.Paged;
import fan.encore.promo.PromoCsv;
import fan.encore.promo.PromoDraft;
import fan.encore.promo.PromoKind;
import fan.encore.promo.PromoRow;
import fan.encore.promo.StudioPromoCodes;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The promo codes of an organizer's event. */
@Path("studio/events/{slug}/promo-codes")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class PromoCodesResource {

  @Inject private StudioPromoCodes codes;
  @Inject private Caller caller;

  /**
   * @param percent 0 unless it is of this kind
   * @param amount off each ticket, null unless it is of this kind
   * @param ticketTypes names of the types that it is for; empty for all
   * @param uses live holds and orders with it
   * @param spent what it takes off in these
   */
  public record PromoCode(
      String code,
      PromoKind kind,
      int percent,
      Amount amount,
      boolean unlocks,
      List<String> ticketTypes,
      Integer maxUses,
      Integer maxPerPerson,
      Amount budget,
      Instant validFrom,
      Instant validUntil,
      String batch,
      boolean active,
      int uses,
      Amount spent) {
    static PromoCode of(PromoRow row) {
      return new PromoCode(
          row.code(),
          row.kind(),
          row.percent(),
          Amount.of(row.amount()),
          row.unlocks(),
          row.ticketTypes(),
          row.maxUses(),
          row.maxPerPerson(),
          Amount.of(row.budget()),
          row.validFrom(),
          row.validUntil(),
          row.batch(),
          row.active(),
          row.uses(),
          Amount.of(row.spent()));
    }
  }

  /**
   * Many codes of the same terms.
   *
   * @param code what all of them begin with; it names the batch
   * @param count 1 to 10000
   */
  public record Batch(PromoDraft code, int count) {}

  /** Whether the code counts. */
  public record Switch(boolean active) {}

  @GET
  @Operation(summary = "The promo codes of one of my events, the latest first")
  public Response list(
      @PathParam("slug") String slug,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    return Paged.answer(
        uri, page, size, query -> codes.of(caller.id(), slug, query), PromoCode::of);
  }

  @POST
  @Operation(summary = "Adds a promo code; times are local times of the venue")
  @APIResponse(responseCode = "201", description = "The code counts from now on")
  @APIResponse(responseCode = "409", description = "The event has this code already")
  public Response add(@PathParam("slug") String slug, @NotNull PromoDraft draft) {
    codes.add(caller.id(), slug, draft);
    return Response.status(Response.Status.CREATED).entity(draft).build();
  }

  @POST
  @Path("batches")
  @Operation(summary = "Makes many codes of the same terms")
  @APIResponse(responseCode = "201", description = "The codes")
  public Response generate(@PathParam("slug") String slug, @NotNull Batch batch) {
    return Response.status(Response.Status.CREATED)
        .entity(codes.generate(caller.id(), slug, batch.code(), batch.count()))
        .build();
  }

  @GET
  @Path("file")
  @Produces("text/csv")
  @Operation(summary = "All promo codes, or those of one batch, with their uses as CSV")
  public String file(@PathParam("slug") String slug, @QueryParam("batch") String batch) {
    return PromoCsv.of(codes.export(caller.id(), slug, batch));
  }

  @PUT
  @Path("{code}")
  @Operation(summary = "Stops a promo code or lets it count again")
  @APIResponse(responseCode = "204", description = "Done")
  public void activate(
      @PathParam("slug") String slug, @PathParam("code") String code, @NotNull Switch wanted) {
    codes.activate(caller.id(), slug, code, wanted.active());
  }
}
