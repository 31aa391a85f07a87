package fan.encore.shop.api;

import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import fan.encore.shop.SpendingLimits;
import fan.encore.shop.SpendingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much the caller may buy this month. */
@Path("spending-limit")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Shop")
public class SpendingLimitResource {

  @Inject private SpendingLimits limits;
  @Inject private Caller caller;

  /**
   * @param monthlyYen absent for no limit
   */
  public record OwnLimit(@Min(0) Long monthlyYen) {}

  /**
   * @param limit the lower of the limit by age and the own one; absent for none
   * @param left what is left of it this month
   * @param nextLimit what the own limit becomes at nextAt; absent for none
   */
  public record Spending(
      Money limit,
      Money left,
      Money spent,
      Money ownLimit,
      Money nextLimit,
      Instant nextAt,
      boolean birthDateNeeded) {
    static Spending of(SpendingState state) {
      return new Spending(
          state.limit(),
          state.left(),
          state.spent(),
          state.ownLimit(),
          state.nextLimit(),
          state.nextAt(),
          state.birthDateNeeded());
    }
  }

  @GET
  @Operation(summary = "What the caller may buy this month")
  public Spending show() {
    return Spending.of(limits.of(caller.id()));
  }

  @PUT
  @Operation(summary = "Set an own limit: a lower one at once, a higher one after seven days")
  public Spending set(@NotNull @Valid OwnLimit wish) {
    return Spending.of(limits.set(caller.id(), wish.monthlyYen()));
  }
}
