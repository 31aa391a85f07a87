package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps the fans' own pages: a code, six items to show, and whether anybody may see them. */
@Stateless
public class FanPages {

  static final int MOST = 6;

  private record Head(long accountId, String code, boolean isPublic, String name) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public FanPages() {}

  /** Outside the server. */
  public FanPages(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The fan's own page; it begins hidden and empty. */
  @RolesAllowed(Roles.FAN)
  public FanPage of(long accountId) {
    sql.update(
        "insert into encore.fan_page (account_id, code, created_at) values (?, ?, ?)"
            + " on conflict (account_id) do nothing",
        accountId,
        Codes.random("FAN-", 8),
        clock.instant());
    return page(head("p.account_id = ?", accountId).orElseThrow());
  }

  /** Shows the page to everybody, or hides it. */
  @RolesAllowed(Roles.FAN)
  public void show(long accountId, boolean isPublic) {
    of(accountId);
    sql.update(
        "update encore.fan_page set is_public = ? where account_id = ?", isPublic, accountId);
  }

  /**
   * Puts items into the showcase in this order, in place of what was there.
   *
   * @throws TooManyShown if they are more than six, not different, or not the fan's
   */
  @RolesAllowed(Roles.FAN)
  public void exhibit(long accountId, List<String> itemCodes) {
    of(accountId);
    sql.update("delete from encore.showcase_item where account_id = ?", accountId);
    int shown =
        sql.update(
            "insert into encore.showcase_item (account_id, position, item_id)"
                + " select c.account_id, w.position, i.id"
                + " from unnest(?) with ordinality as w (code, position)"
                + " join encore.item i on i.code = w.code"
                + " join encore.collected_item c on c.item_id = i.id and c.copies > 0"
                + " where c.account_id = ? and w.position <= ? on conflict do nothing",
            itemCodes.toArray(String[]::new),
            accountId,
            MOST);
    if (shown != itemCodes.size()) {
      throw new TooManyShown();
    }
  }

  /**
   * A fan's page for everybody; items that she has given away since are gone from it.
   *
   * @throws FanNotFound if nobody has this code or she does not show her page
   */
  @PermitAll
  public FanPage shown(String code) {
    return head("p.code = ?", code == null ? "" : code.strip().toUpperCase(Locale.ROOT))
        .filter(Head::isPublic)
        .map(this::page)
        .orElseThrow(FanNotFound::new);
  }

  private Optional<Head> head(String condition, Object value) {
    return sql.first(
        "select p.account_id, p.code, p.is_public, a.display_name from encore.fan_page p"
            + " join encore.account a on a.id = p.account_id where "
            + condition,
        row -> new Head(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4)),
        value);
  }

  private FanPage page(Head head) {
    List<Item> items =
        sql.list(
            "select i.* from encore.showcase_item s join encore.item i on i.id = s.item_id"
                + " join encore.collected_item c"
                + " on c.account_id = s.account_id and c.item_id = s.item_id and c.copies > 0"
                + " where s.account_id = ? order by s.position",
            Collections::item,
            head.accountId());
    return new FanPage(head.code(), head.isPublic(), head.name(), items);
  }
}
