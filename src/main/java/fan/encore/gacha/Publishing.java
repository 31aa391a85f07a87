package fan.encore.gacha;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.collection.Collections;
import fan.encore.collection.Item;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.fairness.Canonical;
import fan.encore.fairness.Transparency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Publishes versions of rules: the one way into {@code encore.odds_table}. A version never changes;
 * what changes a banner is a further version, which fans see at least {@link #NOTICE} before draws
 * follow it (Korea, KFTC v. Nexon 2024; JOGA 2012: no change of rates without notice). It is not
 * offered in markets whose law it does not keep, whoever publishes it and by whatever way.
 */
@Stateless
@PermitAll
public class Publishing {

  /** How long fans see a new version of a banner before draws follow it. */
  public static final Duration NOTICE = Duration.ofHours(24);

  @Inject private Sql sql;
  @Inject private Collections collections;
  @Inject private Transparency log;
  @Inject private SharedStock stock;
  @Inject private LawBook laws;
  @Inject private Clock clock;

  /** For the container. */
  public Publishing() {}

  /** Outside the server. */
  public Publishing(
      Sql sql,
      Collections collections,
      Transparency log,
      SharedStock stock,
      LawBook laws,
      Clock clock) {
    this.sql = sql;
    this.collections = collections;
    this.log = log;
    this.stock = stock;
    this.laws = laws;
    this.clock = clock;
  }

  /**
   * Publishes the first version; it is in force at once.
   *
   * @param items those that the artist does not have yet
   * @param closedMarkets codes of markets in which it is not wanted, beside those whose law forbids
   *     it
   * @throws RulesRefused if the rules are not whole, or name what the artist does not have
   * @throws BannerAgainstLaw if the law of every market forbids it
   */
  public void first(
      long bannerId, long artistId, Rules rules, List<NewItem> items, Set<String> closedMarkets) {
    Instant now = now();
    publish(bannerId, 1, rules, items(artistId, rules, items), closedMarkets, now, now);
  }

  /**
   * Publishes a further version.
   *
   * @param inForceAt when draws start to follow it
   * @throws NoticeTooShort unless that is {@link #NOTICE} from now or later, and after the version
   *     before
   * @throws BannerAgainstLaw if the law of every market forbids it
   */
  public void next(
      long bannerId,
      long artistId,
      Rules rules,
      List<NewItem> items,
      Set<String> closedMarkets,
      Instant inForceAt) {
    record Last(int version, Instant inForceAt) {}
    sql.number("select id from encore.banner where id = ? for update", bannerId);
    Last last =
        sql.first(
                "select version, in_force_at from encore.odds_table where banner_id = ?"
                    + " order by version desc limit 1",
                row -> new Last(row.getInt(1), Sql.instant(row, "in_force_at")),
                bannerId)
            .orElseThrow(BannerNotFound::new);
    if (inForceAt.isBefore(now().plus(NOTICE)) || !inForceAt.isAfter(last.inForceAt())) {
      throw new NoticeTooShort();
    }
    publish(
        bannerId,
        last.version() + 1,
        rules,
        items(artistId, rules, items),
        closedMarkets,
        now(),
        inForceAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private List<Item> items(long artistId, Rules rules, List<NewItem> wanted) {
    Map<String, Item> known =
        Stream.concat(
                collections.create(artistId, wanted).stream(),
                sql
                    .list(
                        "select id, code, name, rarity, picture_key from encore.item"
                            + " where artist_id = ?",
                        PublishedBanners::item,
                        artistId)
                    .stream())
            .collect(Collectors.toMap(Item::code, item -> item, (one, same) -> one));
    List<Problem> problems = new ArrayList<>();
    List<Design.Entry> entries = rules.design().items();
    for (int i = 0; i < entries.size(); i++) {
      Item item = known.get(entries.get(i).code());
      if (item == null) {
        problems.add(new Problem("items[" + i + "].code", "gacha.rules.item_unknown", List.of()));
      } else if (!suits(item.rarity(), entries.get(i).tier())) {
        problems.add(new Problem("items[" + i + "].tier", "gacha.rules.item_rarity", List.of()));
      }
    }
    if (!problems.isEmpty()) {
      throw new RulesRefused(problems);
    }
    return entries.stream().map(entry -> known.get(entry.code())).toList();
  }

  /** A tier with the name of a rarity holds items of that rarity. */
  private static boolean suits(Rarity rarity, String tier) {
    return rarity.name().equals(tier)
        || Stream.of(Rarity.values()).noneMatch(other -> other.name().equals(tier));
  }

  private void publish(
      long bannerId,
      int version,
      Rules rules,
      List<Item> items,
      Set<String> closedMarkets,
      Instant publishedAt,
      Instant inForceAt) {
    long tableId =
        sql.insert(
            "insert into encore.odds_table (banner_id, version, canonical, hash, closed_markets,"
                + " leaf_id, published_at, in_force_at) values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
            bannerId,
            version,
            rules.canonical(),
            rules.hash(),
            laws.closed(rules, shown(items), closedMarkets).toArray(String[]::new),
            log.append("odds", leaf(rules, version, publishedAt)),
            publishedAt,
            inForceAt);
    write(tableId, rules, items);
    stock.fill(bannerId, rules, items);
  }

  private static Set<String> shown(List<Item> items) {
    return items.stream()
        .filter(item -> !item.name().isBlank() && !item.pictureKey().isBlank())
        .map(Item::code)
        .collect(Collectors.toSet());
  }

  private static String leaf(Rules rules, int version, Instant publishedAt) {
    return Canonical.write(
        JSON.createObjectBuilder()
            .add("banner", rules.design().banner())
            .add("publishedAt", publishedAt.toString())
            .add("rules", Canonical.read(rules.canonical()))
            .add("version", version)
            .build());
  }

  private void write(long tableId, Rules rules, List<Item> items) {
    long roll = 0;
    for (int i = 0; i < items.size(); i++) {
      long weight = rules.design().items().get(i).weight();
      sql.update(
          "insert into encore.prize (odds_table_id, position, item_id, weight_per_million, first_roll)"
              + " values (?, ?, ?, ?, ?)",
          tableId,
          i + 1,
          items.get(i).id(),
          weight,
          roll);
      roll += weight;
    }
  }
}
