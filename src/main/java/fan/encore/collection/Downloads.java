package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import fan.encore.storage.FileShelf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Hands the files of digital items to their owners. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Downloads {

  /** How many links to one file a fan gets in {@link #WINDOW}. */
  public static final int LINKS = 10;

  static final Duration WINDOW = Duration.ofDays(1);
  static final Duration LIFE = Duration.ofMinutes(5);

  private record Good(long itemId, String fileKey) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private FileShelf shelf;

  /** For the container. */
  public Downloads() {}

  /** Outside the server. */
  public Downloads(Sql sql, Clock clock, FileShelf shelf) {
    this.sql = sql;
    this.clock = clock;
    this.shelf = shelf;
  }

  /**
   * A link to the item's file that ends in five minutes; made for one click, written down that it
   * was made, and kept nowhere. The lock of the fan's copy lets nobody count past the limit.
   *
   * @throws ItemNotFound if the fan does not have the item
   * @throws NothingToDownload if it has no file
   * @throws DownloadsUsedUp after {@link #LINKS} links in a day
   */
  public URI link(long accountId, String itemCode) {
    Instant now = clock.instant();
    Good good =
        sql.first(
                "select i.id, i.file_key from encore.collected_item c"
                    + " join encore.item i on i.id = c.item_id"
                    + " where c.account_id = ? and i.code = ? and c.copies > 0 for update of c",
                row -> new Good(row.getLong(1), row.getString(2)),
                accountId,
                itemCode)
            .orElseThrow(ItemNotFound::new);
    if (good.fileKey() == null) {
      throw new NothingToDownload();
    }
    if (made(accountId, good.itemId(), now.minus(WINDOW)) >= LINKS) {
      throw new DownloadsUsedUp();
    }
    sql.update(
        "insert into encore.item_download (account_id, item_id, linked_at) values (?, ?, ?)",
        accountId,
        good.itemId(),
        now);
    String suffix = good.fileKey().substring(good.fileKey().lastIndexOf('.'));
    return shelf.link(good.fileKey(), itemCode + suffix, LIFE);
  }

  private long made(long accountId, long itemId, Instant since) {
    return sql.number(
        "select count(*) from encore.item_download"
            + " where account_id = ? and item_id = ? and linked_at > ?",
        accountId,
        itemId,
        since);
  }
}
