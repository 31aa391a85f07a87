package fan.encore.gacha;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Lawful banners of every kind, by chance. */
final class RandomRules {

  private final RandomGenerator luck;
  private final String banner;
  private final List<String> tiers;

  private RandomRules(RandomGenerator luck, String banner) {
    this.luck = luck;
    this.banner = banner;
    this.tiers = List.of("SSR", "SR", "R", "N").subList(0, 2 + luck.nextInt(3));
  }

  static Rules of(RandomGenerator luck, String banner) {
    RandomRules random = new RandomRules(luck, banner);
    return new Rules(luck.nextInt(5) == 0 ? random.box() : random.chances());
  }

  private boolean maybe() {
    return luck.nextBoolean();
  }

  private List<Long> weights() {
    List<Long> weights = new ArrayList<>();
    long rest = Rules.WHOLE;
    for (int i = 0; i < tiers.size() - 1; i++) {
      long weight = luck.nextLong(1, 40_000L << 2 * i);
      weights.add(weight);
      rest -= weight;
    }
    weights.add(rest);
    return weights;
  }

  private Design chances() {
    List<Long> weights = weights();
    List<Design.RateUp> rateUps = new ArrayList<>();
    List<Design.Track> pity = new ArrayList<>();
    if (maybe()) {
      rateUps.add(new Design.RateUp("SSR", luck.nextLong(1, 1_000_001), carry(0)));
    }
    if (!rateUps.isEmpty() && maybe()) {
      pity.add(new Design.Track("SSR", true, luck.nextLong(2, 60), 0, 0, carry(1)));
    }
    for (int i = 0; i < 2; i++) {
      if (maybe()) {
        long hard = luck.nextLong(2, 40);
        long after = maybe() ? luck.nextLong(hard) : 0;
        long step = maybe() ? luck.nextLong(1, 200_000) : 0;
        pity.add(
            new Design.Track(tiers.get(i), false, hard, step == 0 ? 0 : after, step, carry(1)));
      }
    }
    Design.Steps steps = luck.nextInt(3) == 0 ? steps() : null;
    List<Design.Price> prices =
        steps == null ? List.of(new Design.Price(1, 100), new Design.Price(10, 950)) : List.of();
    return new Design(
        banner,
        "group-" + luck.nextInt(3),
        "Asia/Tokyo",
        IntStream.range(0, tiers.size())
            .mapToObj(i -> new Design.Tier(tiers.get(i), weights.get(i)))
            .toList(),
        items(!rateUps.isEmpty()),
        prices,
        pity,
        rateUps,
        maybe() ? tiers.get(luck.nextInt(2)) : null,
        steps,
        maybe() ? new Design.Ceiling(1, luck.nextLong(5, 40), List.of("ssr-0", "sr-0")) : null,
        null,
        new Design.Caps(luck.nextInt(3) == 0 ? 25 : 0, luck.nextInt(3) == 0 ? 120 : 0),
        maybe(),
        maybe());
  }

  private Design.Carry carry(int from) {
    return Design.Carry.values()[luck.nextInt(from, 3)];
  }

  private List<Design.Entry> items(boolean rateUp) {
    List<Design.Entry> items = new ArrayList<>();
    for (String tier : tiers) {
      for (int i = 0; i < 2 + luck.nextInt(3); i++) {
        long stock = i == 0 && luck.nextInt(3) == 0 ? luck.nextLong(1, 5) : 0;
        items.add(
            new Design.Entry(
                tier.toLowerCase(java.util.Locale.ROOT) + "-" + i,
                tier,
                luck.nextLong(1, 1_000),
                rateUp && i == 0 && tier.equals("SSR"),
                0,
                false,
                stock,
                stock == 0 ? null : "dust"));
      }
    }
    items.add(new Design.Entry("dust", tiers.get(tiers.size() - 1), 0, false, 0, false, 0, null));
    return items;
  }

  private Design.Steps steps() {
    Design.Then then = Design.Then.values()[luck.nextInt(3)];
    return new Design.Steps(
        then,
        IntStream.range(0, 2 + luck.nextInt(3))
            .mapToObj(
                i ->
                    new Design.Step(
                        maybe() ? 10 : 3,
                        100L + 50 * i,
                        maybe() ? weights() : List.of(),
                        maybe() ? tiers.get(luck.nextInt(2)) : null))
            .toList());
  }

  private Design box() {
    List<Design.Entry> items = new ArrayList<>();
    for (int i = 0; i < 2 + luck.nextInt(5); i++) {
      String tier = tiers.get(Math.min(i, tiers.size() - 1));
      long copies = luck.nextLong(1, 4 + 3L * i);
      items.add(new Design.Entry("box-" + i, tier, 0, false, copies, i == 0, 0, null));
    }
    items.add(new Design.Entry("last", tiers.get(0), 0, false, 0, false, 0, null));
    Design.Reset reset = Design.Reset.values()[luck.nextInt(3)];
    return new Design(
        banner,
        banner,
        "Asia/Tokyo",
        tiers.stream().map(tier -> new Design.Tier(tier, 0)).toList(),
        items,
        List.of(new Design.Price(1, 80), new Design.Price(10, 800)),
        List.of(),
        List.of(),
        null,
        null,
        maybe() ? new Design.Ceiling(2, 10, List.of("box-0")) : null,
        new Design.Box(reset, maybe() ? "last" : null),
        Design.Caps.NONE,
        maybe(),
        false);
  }
}
