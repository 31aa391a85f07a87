package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds banners, with what fans drew and spent on them. */
@Stateless
public class BannerSearch {

  private static final Map<String, String> SORTS =
      Map.of(
          "code", "b.code",
          "title", "b.title",
          "artistName", "a.name",
          "opensAt", "b.opens_at",
          "closesAt", "b.closes_at",
          "priceOne", "o.price_one",
          "draws", "draws",
          "diamonds", "diamonds");

  private static final String SELECT =
      """
      select b.code, b.title, a.name as artist_name, b.opens_at, b.closes_at, b.status, o.price_one,
             o.version, (select count(*) from encore.prize p where p.odds_table_id = o.id) as prizes,
             d.draws, d.diamonds
        from encore.banner b
        join encore.artist a on a.id = b.artist_id
        join lateral (select id, version, price_one from encore.odds_table where banner_id = b.id
                       and in_force_at <= now() order by in_force_at desc limit 1) o on true
        join lateral (select coalesce(sum(quantity), 0) as draws,
                             coalesce(sum(free_spent + paid_spent), 0) as diamonds
                        from encore.draw where banner_id = b.id) d on true
      """;

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public BannerSearch() {}

  /** Outside the server. */
  public BannerSearch(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * For administrators. Sorts by any column of {@link BannerRow} but phase, prizes and version;
   * filters {@code code}, {@code title} and {@code artistName} by part of the text.
   */
  @RolesAllowed(Roles.ADMIN)
  public Slice<BannerRow> find(ListQuery query) {
    Instant now = clock.instant();
    Where where =
        new Where()
            .contains("b.code", query.filter("code"))
            .contains("b.title", query.filter("title"))
            .contains("a.name", query.filter("artistName"));
    List<BannerRow> rows =
        sql.list(
            SELECT + where.sql() + Where.order(query, SORTS, "b.id") + " limit ? offset ?",
            row -> row(row, now),
            where.parameters(query.size(), query.first()));
    long total =
        sql.number(
            "select count(*) from encore.banner b join encore.artist a on a.id = b.artist_id"
                + where.sql(),
            where.parameters());
    return new Slice<>(rows, total);
  }

  private static BannerRow row(ResultSet row, Instant now) throws SQLException {
    Instant opensAt = Sql.instant(row, "opens_at");
    Instant closesAt = Sql.instant(row, "closes_at");
    boolean withdrawn = row.getString("status").equals("WITHDRAWN");
    return new BannerRow(
        row.getString("code"),
        row.getString("title"),
        row.getString("artist_name"),
        opensAt,
        closesAt,
        Banner.phase(opensAt, closesAt, withdrawn, now),
        row.getLong("price_one"),
        row.getInt("prizes"),
        row.getInt("version"),
        row.getLong("draws"),
        row.getLong("diamonds"));
  }
}
