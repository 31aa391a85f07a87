package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import fan.encore.storage.PictureRefused;
import fan.encore.storage.Pictures;
import fan.encore.storage.Storage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The pictures of an event, twelve at most; the first one stands for it in lists. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class EventPictures {

  private static final int MOST = 12;

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;
  @Inject private EventOwners owners;
  @Inject private Storage storage;
  @Inject private Event<EventChanged> changed;

  /**
   * Adds a picture behind the others: PNG, JPEG or WebP, at most 5 MB; SVG from administrators.
   *
   * @param alt what it shows, for those who do not see it; may be empty, never null
   * @return the picture's number
   * @throws PictureRefused if it is anything else
   * @throws TooManyPictures if the event has twelve
   */
  @Audited("event.picture")
  public long add(long accountId, @Audited.Subject String slug, byte[] picture, String alt) {
    LiveEvent event = locked(accountId, slug);
    if (count(event) >= MOST) {
      throw new TooManyPictures();
    }
    return insert(event, picture, alt);
  }

  /** Shows this picture instead of all others of the event. */
  @Audited("event.picture")
  public void replace(long accountId, @Audited.Subject String slug, byte[] picture) {
    LiveEvent event = locked(accountId, slug);
    sql.update("delete from encore.event_picture where event_id = ?", event.id());
    insert(event, picture, "");
  }

  /** Puts a picture in front of the others; nothing happens when the event has none of it. */
  @Audited("event.picture")
  public void first(long accountId, @Audited.Subject String slug, long pictureId) {
    LiveEvent event = locked(accountId, slug);
    sql.update(
        "update encore.event_picture set place = (select min(place) - 1 from encore.event_picture"
            + " where event_id = ?) where event_id = ? and id = ?",
        event.id(),
        event.id(),
        pictureId);
    showFirst(event);
  }

  /** Takes a picture away; nothing happens when the event has none of it. */
  @Audited("event.picture")
  public void remove(long accountId, @Audited.Subject String slug, long pictureId) {
    LiveEvent event = locked(accountId, slug);
    sql.update(
        "delete from encore.event_picture where event_id = ? and id = ?", event.id(), pictureId);
    showFirst(event);
  }

  private long insert(LiveEvent event, byte[] picture, String alt) {
    String contentType = Pictures.shown(picture, owners.mayDraw());
    String key = storage.putPublic("event", contentType, picture);
    long id =
        sql.insert(
            "insert into encore.event_picture (event_id, file_key, alt, place) values (?, ?, ?,"
                + " (select coalesce(max(place), 0) + 1 from encore.event_picture where event_id = ?))"
                + " returning id",
            event.id(),
            key,
            alt == null ? "" : alt.strip(),
            event.id());
    showFirst(event);
    return id;
  }

  private void showFirst(LiveEvent event) {
    event.showPicture(
        sql.first(
                "select file_key from encore.event_picture where event_id = ? order by place, id",
                row -> row.getString(1),
                event.id())
            .orElse(null));
    changed.fire(new EventChanged(event.id(), event.slug()));
  }

  private long count(LiveEvent event) {
    return sql.number("select count(*) from encore.event_picture where event_id = ?", event.id());
  }

  /** Two who change pictures at once would both count the same ones. */
  private LiveEvent locked(long accountId, String slug) {
    LiveEvent event = owners.own(accountId, slug);
    em.lock(event, LockModeType.PESSIMISTIC_WRITE);
    return event;
  }
}
