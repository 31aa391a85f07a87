package fan.encore.shop.api;

import fan.encore.shared.Money;
import fan.encore.shop.DiamondPack;
import fan.encore.shop.DiamondPacks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The diamond packs on sale, for everybody. */
@Path("diamond-packs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop")
public class DiamondPacksResource {

  @Inject private DiamondPacks packs;

  /**
   * @param diamonds paid diamonds
   * @param bonus free diamonds on top
   * @param unitPrice of 100 paid diamonds
   */
  public record Pack(
      String code, String name, long diamonds, long bonus, Money price, Money unitPrice) {
    static Pack of(DiamondPack pack) {
      return new Pack(
          pack.code(), pack.name(), pack.diamonds(), pack.bonus(), pack.price(), pack.unitPrice());
    }
  }

  @GET
  @Operation(summary = "Packs at their real prices, smallest first")
  public List<Pack> onSale(
      @QueryParam("currency") @DefaultValue(DiamondPacks.DEFAULT_CURRENCY) String currency) {
    return packs.onSale(currency, Locale.ENGLISH).stream().map(Pack::of).toList();
  }
}
