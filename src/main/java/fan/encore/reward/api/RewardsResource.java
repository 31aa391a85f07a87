package fan.encore.reward.api;

import fan.encore.collection.ItemKind;
import fan.encore.collection.PostalAddress;
import fan.encore.reward.Exchange;
import fan.encore.reward.RedeemReward;
import fan.encore.reward.Redemption;
import fan.encore.reward.RewardView;
import fan.encore.reward.Rewards;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rewards for medals. */
@Path("rewards")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Rewards")
public class RewardsResource {

  @Inject private Rewards rewards;
  @Inject private Exchange exchange;
  @Inject private Caller caller;

  /**
   * @param picture address of the picture on this server
   * @param medals price of a piece in medals of the artist
   * @param left how many the caller can still redeem
   */
  public record Reward(
      String code,
      String artist,
      String name,
      String description,
      String item,
      ItemKind kind,
      String picture,
      long medals,
      int stock,
      int left,
      Instant opensAt,
      Instant closesAt) {
    static Reward of(RewardView view) {
      return new Reward(
          view.code(),
          view.artistCode(),
          view.name(),
          view.description(),
          view.item().code(),
          view.kind(),
          "/media/" + view.item().pictureKey(),
          view.priceMedals(),
          view.stock(),
          view.left(),
          view.opensAt(),
          view.closesAt());
    }
  }

  /** Where a parcel goes; country as ISO 3166-1 alpha-2, phone in E.164 or null. */
  @Schema(name = "PostalAddress")
  public record Address(
      String recipient,
      String postalCode,
      String region,
      String city,
      String street,
      String country,
      String phone) {
    PostalAddress address() {
      return new PostalAddress(
          recipient,
          postalCode == null ? "" : postalCode,
          region == null ? "" : region,
          city,
          street,
          country,
          phone);
    }
  }

  /**
   * @param address for what is sent by post, else null
   */
  @Schema(name = "RedemptionWish")
  public record Wish(int quantity, Address address) {}

  /**
   * @param medals what was paid for all pieces
   * @param shipment code of the parcel, or null
   * @param vouchers codes of the vouchers among it
   */
  public record Redeemed(
      String code,
      String reward,
      String item,
      int quantity,
      long medals,
      Instant redeemedAt,
      String shipment,
      List<String> vouchers) {
    static Redeemed of(Redemption got) {
      return new Redeemed(
          got.code(),
          got.rewardCode(),
          got.itemCode(),
          got.quantity(),
          got.medals(),
          got.redeemedAt(),
          got.shipment(),
          got.vouchers());
    }
  }

  @GET
  @Operation(summary = "The rewards that I may see, those that close first before the others")
  public List<Reward> list(@QueryParam("artist") String artist) {
    return rewards.list(caller.id(), artist).stream().map(Reward::of).toList();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "A reward that I may see")
  public Reward one(@PathParam("code") String code) {
    return Reward.of(rewards.byCode(caller.id(), code));
  }

  @POST
  @Path("{code}/redemptions")
  @Operation(summary = "Exchanges medals for pieces of the reward, all of it or nothing")
  @APIResponse(responseCode = "201", description = "What it brought")
  @APIResponse(responseCode = "409", description = "Too few medals or pieces, or not open")
  public Response redeem(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull Wish wish) {
    PostalAddress address = wish.address() == null ? null : wish.address().address();
    Redemption got =
        exchange.redeem(caller.id(), new RedeemReward(code, wish.quantity(), key, address));
    return Response.status(Response.Status.CREATED).entity(Redeemed.of(got)).build();
  }
}
