package fan.encore.app.demo;

import fan.encore.account.Enrolment;
import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.collection.Collections;
import fan.encore.collection.ItemKind;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.promo.VoucherTerms;
import fan.encore.promo.Vouchers;
import fan.encore.reward.OfferReward;
import fan.encore.reward.StudioRewards;
import fan.encore.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Items of every kind, rewards for medals, and a fan who has some of both. */
@ApplicationScoped
public class DemoShelf {

  @Inject private DemoScript script;
  @Inject private Enrolment enrolment;
  @Inject private Artists artists;
  @Inject private Collections collections;
  @Inject private StudioRewards rewards;
  @Inject private Vouchers vouchers;
  @Inject private DemoGoods goods;
  @Inject private Clock clock;

  /** Skips whatever is there already. */
  public void fill() {
    long fan = enrolment.numberOf(DemoCast.FAN).orElseThrow();
    for (JsonObject entry : script.part("shelves")) {
      Artist artist = artists.byCode(entry.getString("artist"));
      if (rewards.of(fan, artist.code()).isEmpty()) {
        fill(fan, artist, entry.getJsonArray("goods").getValuesAs(JsonObject.class));
      }
    }
  }

  private void fill(long fan, Artist artist, List<JsonObject> entries) {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    List<NewItem> items = entries.stream().map(this::item).toList();
    List<Long> ids = collections.create(artist.id(), items).stream().map(one -> one.id()).toList();
    for (int n = 0; n < items.size(); n++) {
      NewItem item = items.get(n);
      if (item.kind() == ItemKind.VOUCHER) {
        vouchers.set(ids.get(n), new VoucherTerms(new Money(1_000, "JPY"), 180));
      }
      rewards.create(fan, artist.code(), reward(entries.get(n), item, today));
    }
    goods.give(fan, artist.id(), ids.subList(0, 2), clock.instant());
  }

  private NewItem item(JsonObject entry) {
    String code = entry.getString("code");
    Rarity rarity = Rarity.valueOf(entry.getString("rarity"));
    ItemKind kind = ItemKind.valueOf(entry.getString("kind"));
    return new NewItem(
        code,
        entry.getString("name"),
        rarity,
        goods.picture(rarity, code),
        kind,
        entry.getString("story"),
        kind == ItemKind.DIGITAL ? goods.song(code) : null,
        0,
        kind == ItemKind.DIGITAL || kind == ItemKind.BADGE);
  }

  private static OfferReward reward(JsonObject entry, NewItem item, Instant today) {
    return new OfferReward(
        item.code(),
        item.code(),
        item.name(),
        item.description(),
        entry.getInt("medals"),
        entry.getInt("stock"),
        entry.getInt("limit"),
        today,
        today.plus(Duration.ofDays(60)),
        List.of());
  }
}
