package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.wallet.Debts;
import fan.encore.wallet.WalletLocked;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets fans give each other items, with the consent of both. The copy stays the giver's, promised,
 * until the other one answers.
 */
@Stateless
@RolesAllowed(Roles.FAN)
public class Gifts {

  static final Duration LIFE = Duration.ofDays(7);

  private record Offered(long from, long to, long itemId, String itemName) {}

  private record Copy(long itemId, String name, boolean giftable) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private GiftMails mails;
  @Inject private Debts debts;

  /** For the container. */
  public Gifts() {}

  /** Outside the server. */
  public Gifts(Sql sql, Clock clock, GiftMails mails, Debts debts) {
    this.sql = sql;
    this.clock = clock;
    this.mails = mails;
    this.debts = debts;
  }

  /** The fan's gifts in both directions, the latest first. */
  public List<GiftRow> of(long accountId) {
    return sql.list(
        """
        select g.code as gift, g.from_account_id = ? as mine, o.display_name as other, g.status,
               g.offered_at, g.expires_at, g.answered_at, i.*
          from encore.item_gift g
          join encore.item i on i.id = g.item_id
          join encore.account o on o.id in (g.from_account_id, g.to_account_id) and o.id <> ?
         where g.from_account_id = ? or g.to_account_id = ?
         order by g.id desc limit 200
        """,
        row ->
            new GiftRow(
                row.getString("gift"),
                Collections.item(row),
                row.getBoolean("mine"),
                row.getString("other"),
                GiftStatus.valueOf(row.getString("status")),
                Sql.instant(row, "offered_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "answered_at")),
        accountId,
        accountId,
        accountId,
        accountId);
  }

  /**
   * Offers a copy to the fan with this code, for seven days. The update of the copy's row decides
   * when the same copy is offered twice.
   *
   * @return the gift's code
   * @throws ItemNotFound if the giver does not have the item
   * @throws NotGiftable if it may not be given away
   * @throws WalletLocked if the giver owes diamonds
   * @throws FanNotFound if no other fan has this code
   * @throws NoFreeCopy if all copies are promised or delivered
   */
  public String offer(long accountId, String itemCode, String fanCode) {
    Instant now = clock.instant();
    Copy copy = copy(accountId, itemCode).orElseThrow(ItemNotFound::new);
    if (!copy.giftable()) {
      throw new NotGiftable();
    }
    debts.requireNone(accountId);
    long other = fan(fanCode).filter(found -> found != accountId).orElseThrow(FanNotFound::new);
    int promised =
        sql.update(
            "update encore.collected_item set promised = promised + 1"
                + " where account_id = ? and item_id = ? and copies - claimed - promised >= 1",
            accountId,
            copy.itemId());
    if (promised == 0) {
      throw new NoFreeCopy();
    }
    String code = Codes.random("GFT-", 12);
    sql.update(
        "insert into encore.item_gift (code, from_account_id, to_account_id, item_id, offered_at,"
            + " expires_at) values (?, ?, ?, ?, ?, ?)",
        code,
        accountId,
        other,
        copy.itemId(),
        now,
        now.plus(LIFE));
    mails.offered(code, accountId, other, copy.name());
    return code;
  }

  /**
   * Accepts a gift: the copy changes hands.
   *
   * @throws GiftNotFound if nobody offered her such a gift
   * @throws GiftNotOpen if it was answered or taken back, or its time is over
   * @throws GiftOnHold if the giver owes diamonds since she offered it
   */
  public void accept(long accountId, String code) {
    Instant now = clock.instant();
    Offered gift = close(code, "to_account_id", accountId, GiftStatus.ACCEPTED, now);
    if (debts.owed(gift.from()) > 0) {
      throw new GiftOnHold();
    }
    sql.first(
        "select encore.move_copy(?, ?, ?, ?)",
        row -> code,
        gift.from(),
        gift.to(),
        gift.itemId(),
        now);
    mails.answered(code, true, gift.from(), gift.to(), gift.itemName());
  }

  /**
   * Declines a gift: the copy stays where it is.
   *
   * @throws GiftNotFound if nobody offered her such a gift
   * @throws GiftNotOpen if it was answered or taken back, or its time is over
   */
  public void decline(long accountId, String code) {
    Offered gift = close(code, "to_account_id", accountId, GiftStatus.DECLINED, clock.instant());
    keep(gift);
    mails.answered(code, false, gift.from(), gift.to(), gift.itemName());
  }

  /**
   * Takes an offer back while it waits.
   *
   * @throws GiftNotFound if she made no such offer
   * @throws GiftNotOpen if it was answered or its time is over
   */
  public void takeBack(long accountId, String code) {
    keep(close(code, "from_account_id", accountId, GiftStatus.TAKEN_BACK, clock.instant()));
  }

  /**
   * Ends offers whose time is over; their copies are free again.
   *
   * @return how many ended
   */
  @RolesAllowed(Roles.SYSTEM)
  public int expireDue(int limit) {
    return (int) sql.number("select encore.expire_gifts(?, ?)", clock.instant(), limit);
  }

  private Offered close(String code, String side, long accountId, GiftStatus to, Instant now) {
    Optional<Offered> gift =
        sql.first(
            "update encore.item_gift g set status = ?, answered_at = ? from encore.item i"
                + " where g.code = ? and g."
                + side
                + " = ? and g.status = 'OFFERED' and g.expires_at > ? and i.id = g.item_id"
                + " returning g.from_account_id, g.to_account_id, g.item_id, i.name",
            row -> new Offered(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)),
            to,
            now,
            code,
            accountId,
            now);
    return gift.orElseThrow(
        () ->
            sql.number(
                        "select count(*) from encore.item_gift where code = ? and " + side + " = ?",
                        code,
                        accountId)
                    == 0
                ? new GiftNotFound()
                : new GiftNotOpen());
  }

  private void keep(Offered gift) {
    sql.update(
        "update encore.collected_item set promised = promised - 1"
            + " where account_id = ? and item_id = ?",
        gift.from(),
        gift.itemId());
  }

  private Optional<Copy> copy(long accountId, String itemCode) {
    return sql.first(
        "select i.id, i.name, i.giftable from encore.collected_item c"
            + " join encore.item i on i.id = c.item_id"
            + " where c.account_id = ? and i.code = ? and c.copies > 0",
        row -> new Copy(row.getLong(1), row.getString(2), row.getBoolean(3)),
        accountId,
        itemCode);
  }

  private Optional<Long> fan(String fanCode) {
    return sql.first(
        "select account_id from encore.fan_page where code = ?",
        row -> row.getLong(1),
        fanCode.strip().toUpperCase(Locale.ROOT));
  }
}
