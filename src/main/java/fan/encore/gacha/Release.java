package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.audit.Audited;
import fan.encore.collection.NewItem;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a draft public: a new banner, or a further version of one. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class Release {

  @Inject private Sql sql;
  @Inject private StudioBanners studio;
  @Inject private Inspection inspection;
  @Inject private Publishing publishing;
  @Inject private Artists artists;
  @Inject private Clock clock;

  /**
   * Publishes the draft with this code, in all markets whose laws it keeps.
   *
   * @throws BannerNotFound if there is none, or it is somebody else's
   * @throws RulesRefused if it has problems
   * @throws BannerAgainstLaw if the law of every market forbids it
   * @throws NoticeTooShort if a version of a published banner comes into force too soon
   */
  @Audited("banner.publish")
  public void publish(long accountId, @Audited.Subject String code) {
    BannerDraft draft = studio.draft(accountId, code);
    BannerPreview preview = inspection.of(draft);
    Rules rules = preview.rules().orElseThrow(() -> new RulesRefused(preview.problems()));
    Artist artist = artists.byCode(draft.artistCode());
    List<NewItem> items = unknown(artist.id(), draft);
    sql.first("select id from encore.banner where code = ?", row -> row.getLong(1), code)
        .ifPresentOrElse(
            banner -> next(banner, artist, draft, rules, items, preview.closedMarkets()),
            () -> first(artist, draft, rules, items, preview.closedMarkets()));
    sql.update("delete from encore.banner_draft where code = ?", code);
  }

  /**
   * Stops a banner for good; draws made stay as they are.
   *
   * @throws BannerNotFound if there is none, or it is somebody else's
   */
  @Audited("banner.withdraw")
  public void withdraw(long accountId, @Audited.Subject String code) {
    studio.draft(accountId, code);
    if (sql.update("update encore.banner set status = 'WITHDRAWN' where code = ?", code) == 0) {
      throw new BannerNotFound();
    }
  }

  private List<NewItem> unknown(long artistId, BannerDraft draft) {
    Set<String> known =
        sql
            .list(
                "select code from encore.item where artist_id = ?",
                row -> row.getString(1),
                artistId)
            .stream()
            .collect(Collectors.toSet());
    return draft.items().stream()
        .filter(item -> !known.contains(item.code()))
        .map(item -> item.item(picture(draft, artistId)))
        .toList();
  }

  private String picture(BannerDraft draft, long artistId) {
    return draft.pictureKey() != null
        ? draft.pictureKey()
        : sql.first(
                "select picture_key from encore.artist where id = ?",
                row -> row.getString(1),
                artistId)
            .orElseThrow();
  }

  private void first(
      Artist artist, BannerDraft draft, Rules rules, List<NewItem> items, Set<String> closed) {
    long banner =
        sql.insert(
            """
            insert into encore.banner (code, artist_id, title, story, picture_key, opens_at, closes_at,
                                       group_code, zone)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """,
            draft.code(),
            artist.id(),
            draft.title(),
            draft.story() == null ? "" : draft.story(),
            picture(draft, artist.id()),
            instant(draft.opensAt(), draft),
            instant(draft.closesAt(), draft),
            rules.design().group(),
            rules.design().zone());
    publishing.first(banner, artist.id(), rules, items, closed);
  }

  private void next(
      long banner,
      Artist artist,
      BannerDraft draft,
      Rules rules,
      List<NewItem> items,
      Set<String> closed) {
    long same =
        sql.number(
            "select count(*) from encore.banner where id = ? and group_code = ? and zone = ?",
            banner,
            rules.design().group(),
            rules.design().zone());
    if (same == 0) {
      throw new RulesRefused(List.of(new Problem("group", "banner.group_fixed", List.of())));
    }
    Instant inForceAt =
        draft.inForceAt() == null
            ? clock.instant().plus(Publishing.NOTICE).plusSeconds(60)
            : instant(draft.inForceAt(), draft);
    sql.update(
        "update encore.banner set title = ?, story = ? where id = ?",
        draft.title(),
        draft.story() == null ? "" : draft.story(),
        banner);
    publishing.next(banner, artist.id(), rules, items, closed, inForceAt);
  }

  private static Instant instant(LocalDateTime local, BannerDraft draft) {
    return local.atZone(ZoneId.of(draft.zone())).toInstant();
  }
}
