package fan.encore.artist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Everything that makes a new artist.
 *
 * @param code lower-case words joined by hyphens, part of addresses for good
 * @param tagline one line
 * @param biography plain text; an empty line parts paragraphs
 * @param pictureKey key of the portrait in the storage
 * @param ownerAccountId the account that runs the studio, or null
 */
public record CreateArtist(
    @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String code,
    @NotBlank @Size(max = 80) String name,
    @NotNull @Size(max = 160) String tagline,
    @NotNull @Size(max = 4000) String biography,
    @NotBlank String pictureKey,
    Long ownerAccountId) {

  /** The code: what the audit trail says of it. */
  @Override
  public String toString() {
    return code;
  }
}
