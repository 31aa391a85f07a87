package fan.encore.gacha;

import fan.encore.collection.NewItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** A prize of a banner that is yet to be made; the weights of all make 1,000,000. */
public record NewPrize(@Valid @NotNull NewItem item, int weightPerMillion) {

  Design.Entry entry() {
    return Design.Entry.of(item.code(), item.rarity().name(), weightPerMillion);
  }
}
