package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Shows collections as books: one for each artist, with a place for every item. How far a book is
 * filled is only a figure: nothing is given for it, because items of paid draws are in it (kompu
 * gacha).
 */
@Stateless(name = "CollectionBooks")
@RolesAllowed(Roles.FAN)
public class Books {

  @Inject private Sql sql;

  /** For the container. */
  public Books() {}

  /** Outside the server. */
  public Books(Sql sql) {
    this.sql = sql;
  }

  /** The books of the artists of whom the fan has something, by name. */
  public List<BookRow> of(long accountId) {
    return sql.list(
        """
        select a.code, a.name, count(*) as all_items, count(c.item_id) as owned,
               count(c.item_id) filter (where c.seen_at is null) as fresh
          from encore.item i
          join encore.artist a on a.id = i.artist_id
          left join encore.collected_item c on c.item_id = i.id and c.account_id = ? and c.copies > 0
         group by a.id
        having count(c.item_id) > 0
         order by a.name, a.id
        """,
        row ->
            new BookRow(
                row.getString("code"),
                row.getString("name"),
                row.getInt("all_items"),
                row.getInt("owned"),
                row.getInt("fresh")),
        accountId);
  }

  /** One book: all items of the artist, rarest first, those that the fan lacks too. */
  public List<BookEntry> entries(long accountId, String artistCode) {
    return sql.list(
        """
        select i.*, coalesce(c.copies, 0) as copies, c.item_id is not null and c.seen_at is null as is_new
          from encore.item i
          join encore.artist a on a.id = i.artist_id
          left join encore.collected_item c on c.item_id = i.id and c.account_id = ? and c.copies > 0
         where a.code = ?
         order by array_position(array['SSR', 'SR', 'R', 'N'], i.rarity), i.id
        """,
        row ->
            new BookEntry(
                Collections.item(row),
                ItemKind.valueOf(row.getString("kind")),
                row.getInt("copies"),
                row.getBoolean("is_new")),
        accountId,
        artistCode);
  }

  /**
   * An item of the fan's own, or one that she has given away.
   *
   * @throws ItemNotFound if there is none, or she never had it
   */
  public ItemView item(long accountId, String code) {
    return sql.first(
            """
            select i.*, a.code as artist_code, a.name as artist_name, c.copies,
                   c.copies - c.claimed - c.promised as free, c.first_got_at,
                   exists (select from encore.showcase_item s
                            where s.account_id = c.account_id and s.item_id = i.id) as shown
              from encore.item i
              join encore.artist a on a.id = i.artist_id
              join encore.collected_item c on c.item_id = i.id
             where c.account_id = ? and i.code = ?
            """,
            row ->
                new ItemView(
                    Collections.item(row),
                    ItemKind.valueOf(row.getString("kind")),
                    row.getString("description"),
                    row.getString("artist_code"),
                    row.getString("artist_name"),
                    row.getInt("copies"),
                    row.getInt("free"),
                    Sql.instant(row, "first_got_at"),
                    row.getBoolean("giftable"),
                    row.getString("file_key") != null,
                    row.getBoolean("shown")),
            accountId,
            code)
        .orElseThrow(ItemNotFound::new);
  }
}
