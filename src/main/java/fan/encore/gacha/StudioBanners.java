package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.audit.Audited;
import fan.encore.collection.Rarity;
import fan.encore.shared.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The drafts of an artist's banners. Somebody else's banner is not found, except by administrators.
 */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class StudioBanners {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private Artists artists;
  @Inject private Clock clock;

  /** The artists whose banners this account may edit. */
  public List<Artist> artists(long accountId) {
    return artists.list().stream().filter(artist -> may(accountId, artist)).toList();
  }

  /** All banners and drafts of those artists, drafts first, then the latest to close. */
  public List<StudioBannerRow> list(long accountId) {
    Instant now = clock.instant();
    return sql.list(
        """
        select coalesce(b.code, d.code) as code, coalesce(d.body ->> 'title', b.title) as title, a.name,
               b.opens_at, b.closes_at, b.status, d.updated_at,
               (select max(o.version) from encore.odds_table o where o.banner_id = b.id) as version
          from encore.banner b full join encore.banner_draft d on d.code = b.code
          join encore.artist a on a.id = coalesce(b.artist_id, d.artist_id)
         where a.id = any (?)
         order by d.updated_at desc nulls last, b.closes_at desc, 1
        """,
        row -> row(row, now),
        (Object) artists(accountId).stream().map(Artist::id).toArray(Long[]::new));
  }

  /**
   * Keeps a draft, lawful or not.
   *
   * @throws BannerNotFound if its artist or its banner is not this account's
   */
  @Audited("banner.draft")
  public void save(long accountId, @Valid @NotNull @Audited.Subject BannerDraft draft) {
    Artist artist = artists.byCode(draft.artistCode());
    if (!may(accountId, artist)) {
      throw new BannerNotFound();
    }
    int kept =
        sql.update(
            """
            insert into encore.banner_draft as known (code, artist_id, body, updated_at)
            select ?, ?, ?::jsonb, ?
             where not exists (select from encore.banner where code = ? and artist_id <> ?)
                on conflict (code) do update set body = excluded.body, updated_at = excluded.updated_at,
                   version = known.version + 1 where known.artist_id = excluded.artist_id
            """,
            draft.code(),
            artist.id(),
            JSON.toJson(draft),
            clock.instant(),
            draft.code(),
            artist.id());
    if (kept == 0) {
      throw new BannerCodeTaken();
    }
  }

  /**
   * The draft of a banner; of one that has none, what is in force.
   *
   * @throws BannerNotFound if there is none, or it is somebody else's
   */
  public BannerDraft draft(long accountId, String code) {
    Optional<BannerDraft> kept =
        sql.first(
            "select body from encore.banner_draft where code = ?",
            row -> JSON.fromJson(row.getString(1), BannerDraft.class),
            code);
    BannerDraft draft = kept.orElseGet(() -> published(code));
    if (!may(accountId, artists.byCode(draft.artistCode()))) {
      throw new BannerNotFound();
    }
    return draft;
  }

  private record Latest(
      String artist,
      String title,
      String story,
      String picture,
      Instant opens,
      Instant closes,
      Design design) {}

  private BannerDraft published(String code) {
    return sql.first(
            """
            select a.code, b.title, b.story, b.picture_key, b.opens_at, b.closes_at, o.canonical
              from encore.banner b join encore.artist a on a.id = b.artist_id
              join encore.odds_table o on o.banner_id = b.id
             where b.code = ? order by o.version desc limit 1
            """,
            row ->
                new Latest(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    Sql.instant(row, "opens_at"),
                    Sql.instant(row, "closes_at"),
                    Rules.parse(row.getString(7)).design()),
            code)
        .map(latest -> published(code, latest))
        .orElseThrow(BannerNotFound::new);
  }

  private BannerDraft published(String code, Latest latest) {
    Design design = latest.design();
    return new BannerDraft(
        latest.artist(),
        code,
        design.group(),
        design.zone(),
        latest.title(),
        latest.story(),
        local(latest.opens(), design.zone()),
        local(latest.closes(), design.zone()),
        null,
        latest.picture(),
        items(design),
        design.tiers(),
        design.prices(),
        design.pity(),
        design.rateUps(),
        design.guarantee(),
        design.steps(),
        design.ceiling(),
        design.box(),
        design.caps(),
        design.freeDaily(),
        design.paidOnly());
  }

  private List<DraftItem> items(Design design) {
    return design.items().stream()
        .map(
            entry ->
                sql.first(
                        "select code, name, rarity, picture_key, duplicate_medals from encore.item"
                            + " where code = ?",
                        row ->
                            new DraftItem(
                                row.getString(1),
                                row.getString(2),
                                Rarity.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getLong(5),
                                entry.weight(),
                                entry.featured(),
                                entry.copies(),
                                entry.key(),
                                entry.stock(),
                                entry.substitute()),
                        entry.code())
                    .orElseThrow())
        .toList();
  }

  private static LocalDateTime local(Instant instant, String zone) {
    return LocalDateTime.ofInstant(instant, ZoneId.of(zone));
  }

  private boolean may(long accountId, Artist artist) {
    return context.isCallerInRole(Roles.ADMIN)
        || artist.ownerAccountId() != null && artist.ownerAccountId() == accountId;
  }

  private static StudioBannerRow row(ResultSet row, Instant now) throws SQLException {
    Instant opensAt = Sql.instant(row, "opens_at");
    return new StudioBannerRow(
        row.getString("code"),
        row.getString("title"),
        row.getString("name"),
        opensAt == null
            ? null
            : Banner.phase(
                opensAt,
                Sql.instant(row, "closes_at"),
                row.getString("status").equals("WITHDRAWN"),
                now),
        row.getInt("version"),
        Sql.instant(row, "updated_at"));
  }
}
