package fan.encore.gacha.api;

import fan.encore.gacha.Analysis;
import fan.encore.gacha.BannerDraft;
import fan.encore.gacha.BannerPictures;
import fan.encore.gacha.BannerPreview;
import fan.encore.gacha.Inspection;
import fan.encore.gacha.LawCheck;
import fan.encore.gacha.Problem;
import fan.encore.gacha.Release;
import fan.encore.gacha.StudioBannerRow;
import fan.encore.gacha.StudioBanners;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An artist's own banners. */
@Path("studio/banners")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class StudioBannersResource {

  @Inject private StudioBanners studio;
  @Inject private Inspection inspection;
  @Inject private Release release;
  @Inject private BannerPictures pictures;
  @Inject private Caller caller;

  /**
   * What a draft would be.
   *
   * @param closedMarkets codes of the markets in which it could not be offered
   * @param tiers as fans would see them; empty while there are problems
   */
  public record Preview(
      List<Trouble> problems,
      List<LawCheck> laws,
      List<String> closedMarkets,
      List<BannerViews.Rate> tiers,
      List<BannerViews.Rate> items) {}

  /**
   * @param field where it is, such as {@code items[2].weight}
   * @param detail in the caller's language
   */
  public record Trouble(String field, String code, String detail) {}

  @GET
  @Operation(summary = "My banners, drafts too")
  public List<StudioBannerRow> list() {
    return studio.list(caller.id());
  }

  @GET
  @Path("{code}")
  @Operation(summary = "The draft of a banner; of one without, what is in force")
  public BannerDraft one(@PathParam("code") String code) {
    return studio.draft(caller.id(), code);
  }

  @POST
  @Operation(summary = "Keeps a draft, lawful or not, and says what is wrong with it")
  public Preview save(@NotNull BannerDraft draft) {
    studio.save(caller.id(), draft);
    return view(inspection.of(draft));
  }

  @GET
  @Path("{code}/preview")
  @Operation(summary = "What fans would see, what the laws say, and what is wrong")
  public Preview preview(@PathParam("code") String code) {
    return view(inspection.of(studio.draft(caller.id(), code)));
  }

  @PUT
  @Path("{code}/picture")
  @Consumes({"image/png", "image/jpeg", "image/webp"})
  @Operation(summary = "Shows this picture with the banner at once; at most 5 MB")
  public BannerDraft picture(@PathParam("code") String code, @NotNull byte[] picture) {
    pictures.show(caller.id(), code, picture);
    return studio.draft(caller.id(), code);
  }

  @POST
  @Path("{code}/publication")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Publishes a draft: a new banner, or a further version of one")
  public void publish(@PathParam("code") String code) {
    release.publish(caller.id(), code);
  }

  @POST
  @Path("{code}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Stops a banner for good; draws made stay as they are")
  public void withdraw(@PathParam("code") String code) {
    release.withdraw(caller.id(), code);
  }

  private Preview view(BannerPreview preview) {
    List<Trouble> troubles = preview.problems().stream().map(this::trouble).toList();
    return new Preview(
        troubles,
        preview.checks(),
        preview.closedMarkets().stream().sorted().toList(),
        preview.rules().map(Analysis::of).map(Analysis::tiers).orElse(List.of()).stream()
            .map(BannerViews.Rate::of)
            .toList(),
        preview.rules().map(Analysis::of).map(Analysis::items).orElse(List.of()).stream()
            .map(BannerViews.Rate::of)
            .toList());
  }

  private Trouble trouble(Problem problem) {
    return new Trouble(
        problem.field(),
        problem.code(),
        Texts.get(caller.locale(), problem.code(), problem.arguments().toArray()));
  }
}
