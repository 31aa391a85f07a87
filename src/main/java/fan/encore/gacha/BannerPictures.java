package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import fan.encore.storage.PictureRefused;
import fan.encore.storage.Pictures;
import fan.encore.storage.Storage;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The pictures of banners. They are not part of the rules and may change at any time. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class BannerPictures {

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private StudioBanners studio;
  @Inject private Storage storage;
  @Inject private Clock clock;

  /**
   * Shows this picture with the banner, draft or published, at once: PNG, JPEG or WebP, at most
   * {@link Pictures#MAX_MEGABYTES} MB; SVG from administrators.
   *
   * @throws BannerNotFound if there is none, or it is somebody else's
   * @throws PictureRefused if it is anything else
   */
  @Audited("banner.picture")
  public void show(long accountId, @Audited.Subject String code, byte[] picture) {
    studio.draft(accountId, code);
    String contentType = Pictures.shown(picture, context.isCallerInRole(Roles.ADMIN));
    String key = storage.putPublic("banner", contentType, picture);
    sql.update("update encore.banner set picture_key = ? where code = ?", key, code);
    sql.update(
        "update encore.banner_draft set body = jsonb_set(body, '{pictureKey}', to_jsonb(?::text)),"
            + " version = version + 1, updated_at = ? where code = ?",
        key,
        clock.instant(),
        code);
  }
}
