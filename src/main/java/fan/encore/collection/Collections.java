package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Keeps the items and the collections of the fans. */
@Stateless
public class Collections {

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Collections() {}

  /** Outside the server. */
  public Collections(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Everything a fan owns, rarest first, then the latest. */
  @RolesAllowed(Roles.FAN)
  public List<OwnedItem> of(long accountId) {
    return sql.list(
        """
        select i.id, i.code, i.name, i.rarity, i.picture_key, i.kind, a.code as artist_code,
               a.name as artist_name, c.copies, c.first_got_at, c.latest_got_at, c.seen_at
          from encore.collected_item c
          join encore.item i on i.id = c.item_id
          join encore.artist a on a.id = i.artist_id
         where c.account_id = ? and c.copies > 0
         order by array_position(array['SSR', 'SR', 'R', 'N'], i.rarity), c.latest_got_at desc, i.id
        """,
        row ->
            new OwnedItem(
                item(row),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("artist_code"),
                row.getString("artist_name"),
                row.getInt("copies"),
                Sql.instant(row, "first_got_at"),
                Sql.instant(row, "latest_got_at"),
                Sql.instant(row, "seen_at") == null),
        accountId);
  }

  /** Takes the "new" marks off what the fan has looked at. */
  @RolesAllowed(Roles.FAN)
  public void seen(long accountId, List<Long> itemIds) {
    sql.update(
        "update encore.collected_item set seen_at = ?"
            + " where account_id = ? and item_id = any (?) and seen_at is null",
        clock.instant(),
        accountId,
        itemIds.toArray(Long[]::new));
  }

  /**
   * Adds items to an artist's items; called by whoever publishes them. A code that is taken is
   * refused by {@code uq_item_code}.
   *
   * @return the items in the order given
   */
  @PermitAll
  public List<Item> create(long artistId, List<@Valid NewItem> items) {
    List<Item> created = new ArrayList<>();
    for (NewItem item : items) {
      created.add(
          sql.first(
                  "insert into encore.item (code, artist_id, name, rarity, picture_key, kind,"
                      + " description, file_key, duplicate_medals, giftable)"
                      + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      + " returning id, code, name, rarity, picture_key",
                  Collections::item,
                  item.code(),
                  artistId,
                  item.name(),
                  item.rarity(),
                  item.pictureKey(),
                  item.kind(),
                  item.description(),
                  item.fileKey(),
                  item.duplicateMedals(),
                  item.giftable())
              .orElseThrow());
    }
    return created;
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
