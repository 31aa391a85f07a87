package fan.encore.gacha.api;

import fan.encore.gacha.Banners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The versions of a banner's rules. */
@Path("banners/{code}/odds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gacha")
public class OddsResource {

  @Inject private Banners banners;

  @GET
  @Operation(summary = "All versions of a banner's rules, those to come included, latest first")
  public List<BannerViews.Odds> versions(@PathParam("code") String code) {
    return banners.versions(code).stream().map(BannerViews.Odds::of).toList();
  }
}
