package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.artist.Studios;
import fan.encore.audit.Audited;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.storage.FileShelf;
import fan.encore.storage.PictureRefused;
import fan.encore.storage.Pictures;
import fan.encore.storage.Storage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What artists do with their items. Another artist's items are not found. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class StudioItems {

  private static final String SELECT =
      "select i.*, coalesce(c.owners, 0) as owners, coalesce(c.copies, 0) as copies"
          + " from encore.item i join encore.artist a on a.id = i.artist_id"
          + " left join lateral (select count(*) as owners, sum(m.copies) as copies"
          + " from encore.collected_item m where m.item_id = i.id and m.copies > 0) c on true";

  @Inject private Sql sql;
  @Inject private Studios studios;
  @Inject private Collections collections;
  @Inject private Storage storage;
  @Inject private FileShelf shelf;

  /** The artist's items, the latest first. */
  public List<StudioItem> of(long accountId, String artistCode) {
    long artistId = studios.enter(accountId, artistCode).id();
    return sql.list(
        SELECT + " where i.artist_id = ? order by i.id desc", StudioItems::item, artistId);
  }

  /**
   * @throws ItemNotFound if the artist has no such item
   */
  public StudioItem byCode(long accountId, String artistCode, String code) {
    long artistId = studios.enter(accountId, artistCode).id();
    return sql.first(
            SELECT + " where i.artist_id = ? and i.code = ?", StudioItems::item, artistId, code)
        .orElseThrow(ItemNotFound::new);
  }

  /** Adds an item; a code that is taken is refused by {@code uq_item_code}. */
  @Audited("collection.create_item")
  public void create(long accountId, @Audited.Subject String artistCode, @Valid NewItem wanted) {
    if (!wanted.isConsistent()) {
      throw new ItemContradiction();
    }
    collections.create(studios.enter(accountId, artistCode).id(), List.of(wanted));
  }

  /** Changes what may change about an item. */
  @Audited("collection.edit_item")
  public void edit(
      long accountId, String artistCode, @Audited.Subject String code, @Valid EditItem wanted) {
    StudioItem item = byCode(accountId, artistCode, code);
    if (wanted.giftable() && item.duplicateMedals() > 0) {
      throw new ItemContradiction();
    }
    sql.update(
        "update encore.item set name = ?, description = ?, giftable = ? where id = ?",
        wanted.name(),
        wanted.description(),
        wanted.giftable(),
        item.item().id());
  }

  /**
   * Stores a picture for an item.
   *
   * @return its key
   * @throws PictureRefused unless it is a PNG, JPEG or WebP of at most 5 MB
   */
  public String storePicture(byte[] picture) {
    return storage.putPublic("item", Pictures.shown(picture, false), picture);
  }

  /** Shows this picture with the item. */
  @Audited("collection.picture")
  public void showPicture(
      long accountId, String artistCode, @Audited.Subject String code, byte[] picture) {
    StudioItem item = byCode(accountId, artistCode, code);
    sql.update(
        "update encore.item set picture_key = ? where id = ?",
        storePicture(picture),
        item.item().id());
  }

  /**
   * Gives owners of a digital item this file to download, in place of an earlier one. The shelf may
   * be far away, so no transaction is open meanwhile.
   *
   * @throws FileRefused if it is too large or of another kind
   * @throws ItemContradiction if the item is not digital
   */
  @Audited("collection.file")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void putFile(
      long accountId,
      String artistCode,
      @Audited.Subject String code,
      String fileName,
      byte[] bytes) {
    StudioItem item = byCode(accountId, artistCode, code);
    if (item.kind() != ItemKind.DIGITAL) {
      throw new ItemContradiction();
    }
    String suffix = ItemFile.suffix(fileName, bytes);
    String key = "item/" + code + "/" + Codes.sha256(bytes).substring(0, 32) + "." + suffix;
    shelf.put(key, ItemFile.contentType(suffix), bytes);
    sql.update("update encore.item set file_key = ? where id = ?", key, item.item().id());
  }

  private static StudioItem item(ResultSet row) throws SQLException {
    return new StudioItem(
        Collections.item(row),
        ItemKind.valueOf(row.getString("kind")),
        row.getString("description"),
        row.getString("file_key"),
        row.getLong("duplicate_medals"),
        row.getBoolean("giftable"),
        row.getLong("owners"),
        row.getLong("copies"));
  }
}
