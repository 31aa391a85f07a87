package fan.encore.gacha.api;

import fan.encore.gacha.Banners;
import fan.encore.gacha.Chain;
import fan.encore.gacha.Chains;
import fan.encore.gacha.DrawPrizes;
import fan.encore.gacha.DrawReceipt;
import fan.encore.gacha.Draws;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Banners with their odds, and the draw. */
@Path("banners")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gacha")
public class BannersResource {

  @Inject private Banners banners;
  @Inject private Draws draws;
  @Inject private Chains chains;
  @Inject private Caller caller;

  /**
   * @param count how many; the banner says which counts it offers
   * @param clientSeed 1 to 64 visible ASCII characters of the caller's choice
   * @param free true for the free draw of the day; may be left out
   */
  public record DrawWish(int count, String clientSeed, boolean free) {}

  /**
   * @param item code of one of the items that the banner gives for points
   */
  public record PointsWish(String item) {}

  @GET
  @Operation(summary = "Open banners, those to come, and those closed lately")
  public List<BannerViews.Card> list() {
    return banners.list().stream().map(BannerViews.Card::of).toList();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "One banner with the exact odds that the engine draws from")
  public BannerViews.Full one(@PathParam("code") String code) {
    var banner = banners.byCode(code);
    return BannerViews.Full.of(banner, banners.phase(banner));
  }

  @POST
  @Path("{code}/draws")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "bearer")
  @Operation(
      summary = "Draws once or ten times for diamonds",
      description =
          "Ask for the chain of the banner first, then choose the seed: a draw without an open chain"
              + " is refused, because nobody could know that the server's seed was fixed before the"
              + " caller's.")
  @APIResponse(responseCode = "201", description = "The receipt of the draw")
  @APIResponse(
      responseCode = "409",
      description =
          "Refused, and nothing was spent; gacha.commitment_not_asked: ask for the chain first")
  public Response draw(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") String key,
      @Valid @NotNull DrawWish wish) {
    return created(
        draws.draw(
            caller.id(),
            new DrawPrizes(code, wish.count(), wish.free(), null, wish.clientSeed(), key)));
  }

  @POST
  @Path("{code}/exchanges")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "Takes an item for the points that draws have given")
  @APIResponse(responseCode = "201", description = "The receipt")
  public Response exchange(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") String key,
      @Valid @NotNull PointsWish wish) {
    return created(draws.draw(caller.id(), DrawPrizes.forPoints(code, wish.item(), key)));
  }

  @GET
  @Path("{code}/chain")
  @SecurityRequirement(name = "bearer")
  @Operation(
      summary =
          "What the server committed to for the caller's next draw; ask before choosing a seed",
      description =
          "Opens a chain if there is none: before the first draw from a group of banners, and when"
              + " banners open in a group whose seeds were told after all others had closed.")
  public Chain chain(@PathParam("code") String code) {
    return chains.next(caller.id(), code);
  }

  private static Response created(DrawReceipt receipt) {
    return Response.created(URI.create("/api/v1/draws/" + receipt.code()))
        .entity(ReceiptView.of(receipt))
        .build();
  }
}
