package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.artist.ArtistNotFound;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps the banners and publishes their odds. */
@Stateless
public class Banners {

  /** Closed banners stay in the public lists for this long. */
  private static final Period SHOWN_AFTER_CLOSING = Period.ofDays(60);

  private static final String CARD =
      """
      select b.code, b.title, a.code as artist_code, a.name as artist_name, b.picture_key,
             b.opens_at, b.closes_at, o.price_one, o.price_ten, b.status
        from encore.banner b join encore.artist a on a.id = b.artist_id
        join lateral (select price_one, coalesce(price_ten, 0) as price_ten from encore.odds_table
                       where banner_id = b.id and in_force_at <= ? order by in_force_at desc limit 1) o on true
      """;

  @Inject private Sql sql;
  @Inject private PublishedBanners published;
  @Inject private Publishing publishing;
  @Inject private Clock clock;

  /** For the container. */
  public Banners() {}

  /** Outside the server. */
  public Banners(Sql sql, PublishedBanners published, Publishing publishing, Clock clock) {
    this.sql = sql;
    this.published = published;
    this.publishing = publishing;
    this.clock = clock;
  }

  /** Open banners, then those to come, then those closed within the last 60 days. */
  @PermitAll
  public List<BannerCard> list() {
    Instant now = clock.instant();
    return sql.list(
        CARD
            + """
             where b.closes_at > ?
             order by case when b.status = 'WITHDRAWN' or b.closes_at <= ? then 2
                           when b.opens_at > ? then 1 else 0 end,
                      case when b.opens_at > ? then b.opens_at end, b.closes_at, b.id
            """,
        row -> card(row, now),
        now,
        now.atOffset(ZoneOffset.UTC).minus(SHOWN_AFTER_CLOSING).toInstant(),
        now,
        now,
        now);
  }

  /** The banners of an artist that can be drawn now, the first to close first. */
  @PermitAll
  public List<BannerCard> openOf(String artistCode) {
    Instant now = clock.instant();
    return sql.list(
        CARD
            + " where a.code = ? and b.status = 'PUBLISHED' and b.opens_at <= ? and b.closes_at > ?"
            + " order by b.closes_at, b.id",
        row -> card(row, now),
        now,
        artistCode,
        now,
        now);
  }

  /**
   * A banner with the rules in force, at most {@link PublishedBanners#FRESH_SECONDS} old.
   *
   * @throws BannerNotFound if no banner has this code
   */
  @PermitAll
  public Banner byCode(String code) {
    return published.byCode(code);
  }

  /**
   * All versions of a banner's rules, those to come included, the latest first.
   *
   * @throws BannerNotFound if no banner has this code
   */
  @PermitAll
  public List<OddsVersion> versions(String code) {
    return published.versions(code);
  }

  /** The day that it is now in the banner's zone, as days since 1970-01-01. */
  @PermitAll
  public long today(Banner banner) {
    return banner.day(clock.instant());
  }

  /** Where a banner stands now. */
  @PermitAll
  public Phase phase(Banner banner) {
    return banner.phase(clock.instant());
  }

  /**
   * Makes a banner, its items and the first version of its rules, and publishes them: fans see it
   * at once and can draw while it is open, in the markets whose laws it keeps.
   *
   * @throws ArtistNotFound if no artist has this code
   * @throws RulesRefused if the rules are not whole
   * @throws BannerAgainstLaw if the law of every market forbids it
   */
  @RolesAllowed(Roles.ADMIN)
  @Audited("banner.create")
  public void create(@Valid @NotNull @Audited.Subject CreateBanner wanted) {
    Rules rules = new Rules(wanted.design());
    if (!wanted.design().banner().equals(wanted.code())) {
      throw new BannerNotFound();
    }
    long artistId =
        sql.first(
                "select id from encore.artist where code = ?",
                row -> row.getLong(1),
                wanted.artistCode())
            .orElseThrow(ArtistNotFound::new);
    long bannerId =
        sql.insert(
            """
            insert into encore.banner (code, artist_id, title, story, picture_key, opens_at, closes_at,
                                       group_code, zone)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """,
            wanted.code(),
            artistId,
            wanted.title(),
            wanted.story(),
            wanted.pictureKey(),
            wanted.opensAt(),
            wanted.closesAt(),
            wanted.design().group(),
            wanted.design().zone());
    publishing.first(bannerId, artistId, rules, wanted.items(), wanted.closedMarkets());
  }

  /**
   * Stops a banner for good; draws made stay as they are.
   *
   * @throws BannerNotFound if no banner has this code
   */
  @RolesAllowed(Roles.ADMIN)
  @Audited("banner.withdraw")
  public void withdraw(@Audited.Subject String code) {
    if (sql.update("update encore.banner set status = 'WITHDRAWN' where code = ?", code) == 0) {
      throw new BannerNotFound();
    }
  }

  private static BannerCard card(ResultSet row, Instant now) throws SQLException {
    Instant opensAt = Sql.instant(row, "opens_at");
    Instant closesAt = Sql.instant(row, "closes_at");
    boolean withdrawn = row.getString("status").equals("WITHDRAWN");
    return new BannerCard(
        row.getString("code"),
        row.getString("title"),
        row.getString("artist_code"),
        row.getString("artist_name"),
        row.getString("picture_key"),
        opensAt,
        closesAt,
        row.getLong("price_one"),
        row.getLong("price_ten"),
        Banner.phase(opensAt, closesAt, withdrawn, now));
  }
}
