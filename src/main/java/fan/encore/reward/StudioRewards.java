package fan.encore.reward;

import fan.encore.account.Roles;
import fan.encore.artist.Studios;
import fan.encore.audit.Audited;
import fan.encore.collection.ItemNotFound;
import fan.encore.promo.VoucherTerms;
import fan.encore.promo.Vouchers;
import fan.encore.shared.Errors;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What artists do with their rewards. Another artist's rewards are not found. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class StudioRewards {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Studios studios;
  @Inject private Vouchers vouchers;

  /** For the container. */
  public StudioRewards() {}

  /** Outside the server. */
  public StudioRewards(Sql sql, Clock clock, Studios studios, Vouchers vouchers) {
    this.sql = sql;
    this.clock = clock;
    this.studios = studios;
    this.vouchers = vouchers;
  }

  /** The artist's rewards, the latest first. */
  public List<RewardView> of(long accountId, String artistCode) {
    long artistId = studios.enter(accountId, artistCode).id();
    return RewardReading.list(
        sql, " where r.artist_id = ? order by r.id desc", accountId, artistId);
  }

  /**
   * @throws RewardNotFound if the artist has no such reward
   */
  public RewardView byCode(long accountId, String artistCode, String code) {
    long artistId = studios.enter(accountId, artistCode).id();
    return RewardReading.list(
            sql, " where r.artist_id = ? and r.code = ?", accountId, artistId, code)
        .stream()
        .findFirst()
        .orElseThrow(RewardNotFound::new);
  }

  /**
   * Offers a reward; a code that is taken is refused by {@code uq_reward_code}.
   *
   * @throws ItemNotFound if the artist has no such item
   * @throws ItemNotKept if further copies of the item become medals
   * @throws CompletesPaidSet if fans would need two or more items of which one is drawn for money
   */
  @Audited("reward.create")
  public void create(
      long accountId, @Audited.Subject String artistCode, @Valid OfferReward wanted) {
    long artistId = studios.enter(accountId, artistCode).id();
    long reward =
        sql.insert(
            "insert into encore.reward (code, artist_id, item_id, name, description, price_medals,"
                + " stock, limit_per_fan, opens_at, closes_at, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            wanted.code(),
            artistId,
            keptItem(artistId, wanted.itemCode()),
            wanted.name(),
            wanted.description(),
            wanted.priceMedals(),
            wanted.stock(),
            wanted.limitPerFan(),
            wanted.opensAt(),
            wanted.closesAt(),
            clock.instant());
    ask(reward, artistId, wanted.conditions());
  }

  /**
   * Changes a reward; its code and item stay. Redemptions go on meanwhile: the stock given is what
   * is left from now on.
   *
   * @param version the version that was read
   * @throws EditedMeanwhile if somebody else changed it since
   * @throws CompletesPaidSet as for a new one
   */
  @Audited("reward.edit")
  public void edit(
      long accountId, @Audited.Subject String artistCode, int version, @Valid OfferReward wanted) {
    RewardView reward = byCode(accountId, artistCode, wanted.code());
    int changed =
        sql.update(
            "update encore.reward set name = ?, description = ?, price_medals = ?, stock = ?,"
                + " limit_per_fan = ?, opens_at = ?, closes_at = ?, version = version + 1"
                + " where id = ? and version = ?",
            wanted.name(),
            wanted.description(),
            wanted.priceMedals(),
            wanted.stock(),
            wanted.limitPerFan(),
            wanted.opensAt(),
            wanted.closesAt(),
            reward.id(),
            version);
    if (changed == 0) {
      throw new EditedMeanwhile();
    }
    sql.update("delete from encore.reward_condition where reward_id = ?", reward.id());
    ask(reward.id(), studios.enter(accountId, artistCode).id(), wanted.conditions());
  }

  /** Offers the reward no more, or again. */
  @Audited("reward.withdraw")
  public void withdraw(
      long accountId, String artistCode, @Audited.Subject String code, boolean withdrawn) {
    RewardView reward = byCode(accountId, artistCode, code);
    sql.update(
        "update encore.reward set status = ?, version = version + 1 where id = ?",
        withdrawn ? "WITHDRAWN" : "OFFERED",
        reward.id());
  }

  /** What vouchers of the artist's item are worth, if it has been said. */
  public Optional<VoucherTerms> terms(long accountId, String artistCode, String itemCode) {
    return vouchers.terms(item(studios.enter(accountId, artistCode).id(), itemCode));
  }

  /** Says what vouchers of the artist's item are worth that are issued from now on. */
  @Audited("reward.voucher_terms")
  public void setTerms(
      long accountId, String artistCode, @Audited.Subject String itemCode, VoucherTerms terms) {
    vouchers.set(item(studios.enter(accountId, artistCode).id(), itemCode), terms);
  }

  /** The database is the referee: an item may have gone into a draw a moment ago. */
  private void ask(long reward, long artistId, List<String> conditions) {
    if (conditions.isEmpty()) {
      return;
    }
    Long[] items =
        conditions.stream().distinct().map(code -> item(artistId, code)).toArray(Long[]::new);
    try {
      sql.update(
          "insert into encore.reward_condition (reward_id, item_id) select ?, unnest(?)",
          reward,
          items);
    } catch (Sql.SqlFailed failed) {
      if (Errors.constraint(failed).filter("ck_reward_completes_no_paid_set"::equals).isPresent()) {
        throw new CompletesPaidSet();
      }
      throw failed;
    }
  }

  private long item(long artistId, String code) {
    return sql.first(
            "select id from encore.item where artist_id = ? and code = ?",
            row -> row.getLong(1),
            artistId,
            code)
        .orElseThrow(ItemNotFound::new);
  }

  private long keptItem(long artistId, String code) {
    long item = item(artistId, code);
    if (sql.number("select duplicate_medals from encore.item where id = ?", item) > 0) {
      throw new ItemNotKept();
    }
    return item;
  }
}
