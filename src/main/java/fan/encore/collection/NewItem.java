package fan.encore.collection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An item to add to an artist's items.
 *
 * @param code lower-case words joined by hyphens, unique among all artists
 * @param pictureKey key of its picture in the storage
 * @param description plain text
 * @param fileKey key of what owners of a digital item may download, or null; never a public file
 * @param duplicateMedals medals of the artist for each further copy, which is then not kept; 0 =
 *     all copies are kept
 * @param giftable whether fans may give it to each other; only if all copies are kept
 */
public record NewItem(
    @NotNull @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String code,
    @NotBlank @Size(max = 80) String name,
    @NotNull Rarity rarity,
    @NotBlank String pictureKey,
    @NotNull ItemKind kind,
    @NotNull @Size(max = 2000) String description,
    String fileKey,
    @Min(0) @Max(1_000_000) long duplicateMedals,
    boolean giftable) {

  /** A digital item to look at, of which all copies are kept. */
  public NewItem(String code, String name, Rarity rarity, String pictureKey) {
    this(code, name, rarity, pictureKey, ItemKind.DIGITAL, "", null, 0, false);
  }

  /** Whether the file suits the kind and the gifts suit the duplicates. */
  @AssertTrue
  public boolean isConsistent() {
    return (fileKey == null || kind == ItemKind.DIGITAL && !fileKey.startsWith("public/"))
        && (!giftable || duplicateMedals == 0);
  }
}
