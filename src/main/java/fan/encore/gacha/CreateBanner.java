package fan.encore.gacha;

import fan.encore.collection.NewItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Everything that makes a new banner and publishes its rules.
 *
 * @param code lower-case words joined by hyphens, part of addresses for good
 * @param items those that the rules name and that the artist does not have yet
 * @param design the rules; its banner is the code
 * @param closedMarkets codes of the markets in which it is not offered
 */
public record CreateBanner(
    @NotBlank String artistCode,
    @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String code,
    @NotBlank @Size(max = 80) String title,
    @NotNull @Size(max = 2000) String story,
    @NotBlank String pictureKey,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @NotNull @Size(max = 200) List<@Valid @NotNull NewItem> items,
    @NotNull Design design,
    @NotNull Set<String> closedMarkets) {

  private static final List<String> RARITIES = List.of("SSR", "SR", "R", "N");

  /**
   * A banner of chances and nothing else, in the time zone of Tokyo.
   *
   * @param priceOne diamonds for one draw
   * @param priceTen diamonds for ten draws
   * @param prizes in the order in which they are published
   */
  public CreateBanner(
      String artistCode,
      String code,
      String title,
      String story,
      String pictureKey,
      Instant opensAt,
      Instant closesAt,
      long priceOne,
      long priceTen,
      @NotEmpty List<NewPrize> prizes) {
    this(
        artistCode,
        code,
        title,
        story,
        pictureKey,
        opensAt,
        closesAt,
        prizes.stream().map(NewPrize::item).toList(),
        Design.simple(
            code,
            "Asia/Tokyo",
            RARITIES,
            prizes.stream().map(NewPrize::entry).toList(),
            List.of(new Design.Price(1, priceOne), new Design.Price(10, priceTen))),
        Set.of());
  }

  /** The code: what the audit trail says of it. */
  @Override
  public String toString() {
    return code;
  }
}
