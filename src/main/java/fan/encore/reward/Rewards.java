package fan.encore.reward;

import fan.encore.account.Roles;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Shows fans the rewards that they may see, and what became of those that they redeemed. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Rewards {

  private static final String FROM =
      " from encore.redemption d join encore.reward r on r.id = d.reward_id"
          + " join encore.artist a on a.id = r.artist_id";
  private static final Map<String, String> SORTS =
      Map.of(
          "code", "d.code",
          "reward", "r.name",
          "artist", "a.name",
          "accountId", "d.account_id",
          "medals", "d.medals",
          "redeemedAt", "d.redeemed_at");

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Rewards() {}

  /** Outside the server. */
  public Rewards(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The rewards that are open or will be, those that close first before the others.
   *
   * @param artistCode of one artist, or null for all
   */
  public List<RewardView> list(long accountId, String artistCode) {
    return RewardReading.list(
        sql,
        " where r.status = 'OFFERED' and r.closes_at > ? and (?::text is null or a.code = ?) and "
            + RewardReading.SEEN_BY
            + " order by r.closes_at, r.id limit 500",
        accountId,
        clock.instant(),
        artistCode,
        artistCode,
        accountId);
  }

  /**
   * @throws RewardNotFound if there is none, or the fan may not see it
   */
  public RewardView byCode(long accountId, String code) {
    return RewardReading.list(
            sql, " where r.code = ? and " + RewardReading.SEEN_BY, accountId, code, accountId)
        .stream()
        .findFirst()
        .orElseThrow(RewardNotFound::new);
  }

  /** What a fan has redeemed, the latest first. */
  public List<RedemptionRow> redeemedBy(long accountId) {
    return rows(new Where().equal("d.account_id", accountId), ListQuery.page(0, 200)).rows();
  }

  /** All redemptions, for administrators. Filters: code, reward, artist, accountId. */
  @RolesAllowed(Roles.ADMIN)
  public Slice<RedemptionRow> find(ListQuery query) {
    Where where =
        new Where()
            .startsWith("d.code", query.filter("code"))
            .contains("r.name", query.filter("reward"))
            .contains("a.name", query.filter("artist"))
            .equalNumber("d.account_id", query.filter("accountId"));
    return rows(where, query);
  }

  private Slice<RedemptionRow> rows(Where where, ListQuery query) {
    List<RedemptionRow> rows =
        sql.list(
            "select d.code, r.code as reward_code, r.name, a.name as artist, d.account_id,"
                + " d.quantity, d.medals, d.redeemed_at"
                + FROM
                + where.sql()
                + Where.order(query, SORTS, "d.id")
                + " limit ? offset ?",
            row ->
                new RedemptionRow(
                    row.getString("code"),
                    row.getString("reward_code"),
                    row.getString("name"),
                    row.getString("artist"),
                    row.getLong("account_id"),
                    row.getInt("quantity"),
                    row.getLong("medals"),
                    Sql.instant(row, "redeemed_at")),
            where.parameters(query.size(), query.first()));
    return new Slice<>(
        rows, sql.number("select count(*)" + FROM + where.sql(), where.parameters()));
  }
}
