package fan.encore.gacha;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A banner, or the next version of one, as an artist writes it; it need not be lawful yet.
 *
 * @param artistCode whose banner it is
 * @param code lower-case words joined by hyphens, part of addresses for good
 * @param group banners of the same group share the counters that are carried; null = the code
 * @param zone time zone of its times and days
 * @param opensAt local time of the zone, as are the following
 * @param inForceAt when draws start to follow the next version of a published banner; null for a
 *     new one
 * @param pictureKey key of its picture in the storage, or null
 * @param tiers the chances of the tiers in millionths, rarest first
 * @param ceiling as are the others: see {@link Design}
 */
public record BannerDraft(
    @NotBlank String artistCode,
    @NotNull
        @Size(min = 2, max = 60)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "gacha.rules.item_code")
        String code,
    @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "gacha.rules.item_code")
        String group,
    @NotBlank String zone,
    @NotBlank @Size(max = 80) String title,
    @Size(max = 2000) String story,
    LocalDateTime opensAt,
    LocalDateTime closesAt,
    LocalDateTime inForceAt,
    String pictureKey,
    List<@Valid @NotNull DraftItem> items,
    List<Design.Tier> tiers,
    List<Design.Price> prices,
    List<Design.Track> pity,
    List<Design.RateUp> rateUps,
    String guarantee,
    Design.Steps steps,
    Design.Ceiling ceiling,
    Design.Box box,
    Design.Caps caps,
    boolean freeDaily,
    boolean paidOnly) {

  public BannerDraft {
    items = items == null ? List.of() : List.copyOf(items);
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    prices = prices == null ? List.of() : List.copyOf(prices);
    pity = pity == null ? List.of() : List.copyOf(pity);
    rateUps = rateUps == null ? List.of() : List.copyOf(rateUps);
    caps = caps == null ? Design.Caps.NONE : caps;
  }

  /** The rules that it describes. */
  Design design() {
    return new Design(
        code,
        group == null || group.isBlank() ? code : group,
        zone,
        tiers.stream().filter(this::used).toList(),
        items.stream().map(DraftItem::entry).toList(),
        prices,
        pity,
        rateUps,
        guarantee,
        steps,
        ceiling,
        box,
        caps,
        freeDaily,
        paidOnly);
  }

  /** Rarities without chance and without items are not part of the rules. */
  private boolean used(Design.Tier tier) {
    return tier.weight() > 0
        || items.stream()
            .anyMatch(item -> item.rarity() != null && item.rarity().name().equals(tier.name()));
  }

  /** The code: what the audit trail says of it. */
  @Override
  public String toString() {
    return code;
  }
}
