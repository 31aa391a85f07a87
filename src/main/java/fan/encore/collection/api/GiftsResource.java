package fan.encore.collection.api;

import fan.encore.collection.FanPages;
import fan.encore.collection.GiftRow;
import fan.encore.collection.GiftStatus;
import fan.encore.collection.Gifts;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gifts between fans. */
@Path("gifts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Collection")
public class GiftsResource {

  @Inject private Gifts gifts;
  @Inject private FanPages pages;
  @Inject private Caller caller;

  /**
   * @param item code of an item of the caller's
   * @param to fan code of the other fan
   */
  @Schema(name = "GiftWish")
  public record Wish(String item, String to) {}

  /** The code of what was made. */
  public record Code(String code) {}

  /**
   * @param mine whether the caller is the giver
   * @param other what the other fan calls herself
   */
  public record Gift(
      String code,
      String item,
      boolean mine,
      String other,
      GiftStatus status,
      Instant offeredAt,
      Instant expiresAt,
      Instant answeredAt) {
    static Gift of(GiftRow row) {
      return new Gift(
          row.code(),
          row.item().code(),
          row.mine(),
          row.other(),
          row.status(),
          row.offeredAt(),
          row.expiresAt(),
          row.answeredAt());
    }
  }

  @GET
  @Operation(summary = "Gifts that I was offered and that I offer, the latest first")
  public List<Gift> list() {
    return gifts.of(caller.id()).stream().map(Gift::of).toList();
  }

  @GET
  @Path("fan-code")
  @Operation(summary = "The code by which other fans offer me gifts")
  public Code fanCode() {
    return new Code(pages.of(caller.id()).code());
  }

  @POST
  @Operation(summary = "Offers a copy of an item to another fan, who has seven days to answer")
  @APIResponse(responseCode = "201", description = "The gift")
  @APIResponse(responseCode = "409", description = "All copies are promised or delivered")
  public Response offer(@NotNull Wish wish) {
    String code = gifts.offer(caller.id(), wish.item(), wish.to() == null ? "" : wish.to());
    return Response.status(Response.Status.CREATED).entity(new Code(code)).build();
  }

  @POST
  @Path("{code}/acceptance")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Accepts a gift: the copy is mine")
  @APIResponse(responseCode = "204", description = "Accepted")
  public void accept(@PathParam("code") String code) {
    gifts.accept(caller.id(), code);
  }

  @POST
  @Path("{code}/refusal")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Declines a gift: the copy stays where it is")
  @APIResponse(responseCode = "204", description = "Declined")
  public void decline(@PathParam("code") String code) {
    gifts.decline(caller.id(), code);
  }

  @DELETE
  @Path("{code}")
  @Operation(summary = "Takes back an offer of mine")
  @APIResponse(responseCode = "204", description = "Taken back")
  public void takeBack(@PathParam("code") String code) {
    gifts.takeBack(caller.id(), code);
  }
}
