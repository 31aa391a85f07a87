package fan.encore.collection.api;

import fan.encore.collection.Collections;
import fan.encore.collection.ItemKind;
import fan.encore.collection.OwnedItem;
import fan.encore.collection.Rarity;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller owns. */
@Path("collection")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collection")
public class CollectionResource {

  @Inject private Collections collections;
  @Inject private Caller caller;

  /**
   * @param picture address of the picture on this server
   */
  public record OwnedItemView(
      String code,
      String name,
      Rarity rarity,
      ItemKind kind,
      String picture,
      String artist,
      int copies,
      boolean isNew,
      Instant firstGotAt,
      Instant latestGotAt) {
    static OwnedItemView of(OwnedItem owned) {
      return new OwnedItemView(
          owned.item().code(),
          owned.item().name(),
          owned.item().rarity(),
          owned.kind(),
          "/media/" + owned.item().pictureKey(),
          owned.artistCode(),
          owned.copies(),
          owned.isNew(),
          owned.firstGotAt(),
          owned.latestGotAt());
    }
  }

  @GET
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "What the caller owns, rarest first")
  public List<OwnedItemView> mine() {
    return collections.of(caller.id()).stream().map(OwnedItemView::of).toList();
  }
}
