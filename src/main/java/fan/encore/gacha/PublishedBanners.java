package fan.encore.gacha;

import fan.encore.collection.Item;
import fan.encore.collection.Rarity;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The banners as they were published, kept in memory. Versions of rules never change, so they are
 * read once; everything else about a banner is read again after {@link #FRESH_SECONDS}, and a
 * version that was announced comes into force at its moment on every node.
 */
@ApplicationScoped
public class PublishedBanners {

  /** How old a banner in memory may be: a withdrawal reaches every node within this time. */
  public static final int FRESH_SECONDS = 5;

  private static final String SELECT =
      """
      select b.*, a.code as artist_code, a.name as artist_name
        from encore.banner b join encore.artist a on a.id = b.artist_id
      """;

  /** The latest version first. */
  private record Kept(Banner banner, List<OddsVersion> versions, Instant readAt) {

    /** What the log does not have yet changes within a second. */
    boolean fresh(Instant now) {
      return !readAt.plusSeconds(FRESH_SECONDS).isBefore(now)
          && versions.stream().allMatch(version -> version.logIndex() >= 0);
    }
  }

  private final Map<String, Kept> banners = new ConcurrentHashMap<>();
  private final Map<Long, OddsVersion> published = new ConcurrentHashMap<>();
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public PublishedBanners() {}

  /** Outside the server. */
  public PublishedBanners(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A banner with the version of its rules that is in force now.
   *
   * @throws BannerNotFound if no banner has this code, or it is null
   */
  public Banner byCode(String code) {
    Instant now = clock.instant();
    Kept kept = kept(code, now);
    return kept.versions().stream()
        .filter(version -> !version.inForceAt().isAfter(now))
        .findFirst()
        .map(
            version ->
                version.equals(kept.banner().published())
                    ? kept.banner()
                    : kept.banner().with(version))
        .orElseThrow(BannerNotFound::new);
  }

  /**
   * All versions of a banner's rules, also those that come into force later; the latest first.
   *
   * @throws BannerNotFound if no banner has this code, or it is null
   */
  public List<OddsVersion> versions(String code) {
    return kept(code, clock.instant()).versions();
  }

  private Kept kept(String code, Instant now) {
    if (code == null) {
      throw new BannerNotFound();
    }
    Kept kept = banners.get(code);
    if (kept == null || !kept.fresh(now)) {
      kept = read(code, now).orElseThrow(BannerNotFound::new);
      banners.put(code, kept);
    }
    return kept;
  }

  /** A version that was in force at some time, or will be, by its id. */
  public OddsVersion version(long id) {
    OddsVersion version = published.get(id);
    if (version == null || version.logIndex() < 0) {
      version = readVersion(id);
      published.put(id, version);
    }
    return version;
  }

  private Optional<Kept> read(String code, Instant now) {
    List<OddsVersion> versions =
        sql
            .list(
                "select o.id from encore.odds_table o join encore.banner b on b.id = o.banner_id"
                    + " where b.code = ? order by o.in_force_at desc",
                row -> row.getLong(1),
                code)
            .stream()
            .map(this::version)
            .toList();
    return sql.first(SELECT + " where b.code = ?", row -> banner(row, versions, now), code)
        .map(banner -> new Kept(banner, versions, now));
  }

  private static Banner banner(ResultSet row, List<OddsVersion> versions, Instant now)
      throws SQLException {
    return new Banner(
        row.getLong("id"),
        row.getString("code"),
        row.getString("group_code"),
        ZoneId.of(row.getString("zone")),
        row.getString("artist_code"),
        row.getString("artist_name"),
        row.getString("title"),
        row.getString("story"),
        row.getString("picture_key"),
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "closes_at"),
        row.getString("status").equals("WITHDRAWN"),
        versions.stream()
            .filter(version -> !version.inForceAt().isAfter(now))
            .findFirst()
            .orElse(null));
  }

  private OddsVersion readVersion(long id) {
    Map<String, Item> items =
        sql
            .list(
                """
                select i.id, i.code, i.name, i.rarity, i.picture_key
                  from encore.prize p join encore.item i on i.id = p.item_id
                 where p.odds_table_id = ?
                """,
                PublishedBanners::item,
                id)
            .stream()
            .collect(Collectors.toMap(Item::code, item -> item));
    return sql.first(
            "select o.*, coalesce(g.log_index, -1) as log_index from encore.odds_table o"
                + " left join encore.fairness_log g on g.leaf_id = o.leaf_id where o.id = ?",
            row -> version(row, items),
            id)
        .orElseThrow(() -> new IllegalStateException("No odds table " + id));
  }

  private static OddsVersion version(ResultSet row, Map<String, Item> items) throws SQLException {
    Rules rules = Rules.parse(row.getString("canonical"));
    if (!rules.hash().equals(row.getString("hash"))) {
      throw new IllegalStateException(
          "Odds table " + row.getLong("id") + " is not what was published");
    }
    return new OddsVersion(
        row.getLong("id"),
        row.getInt("version"),
        rules,
        items,
        Set.of((String[]) row.getArray("closed_markets").getArray()),
        Sql.instant(row, "published_at"),
        Sql.instant(row, "in_force_at"),
        row.getLong("log_index"));
  }

  static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        Rarity.valueOf(row.getString("rarity")),
        row.getString("picture_key"));
  }
}
