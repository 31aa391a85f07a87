package fan.encore.reward;

import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import fan.encore.collection.Rarity;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The reading of rewards, the same for fans and artists. */
final class RewardReading {

  /** Parameter: the reader's account. */
  private static final String SELECT =
      """
      select r.*, a.code as artist_code, a.name as artist_name, i.id as i_id, i.code as i_code,
             i.name as i_name, i.rarity, i.kind, i.picture_key, coalesce(s.redeemed, 0) as mine,
             array(select n.code from encore.reward_condition c join encore.item n on n.id = c.item_id
                    where c.reward_id = r.id order by n.code) as conditions
        from encore.reward r
        join encore.artist a on a.id = r.artist_id
        join encore.item i on i.id = r.item_id
        left join encore.reward_share s on s.reward_id = r.id and s.account_id = ?
      """;

  /** Parameter: the fan's account. True when she has whatever the reward asks for. */
  static final String SEEN_BY =
      """
      not exists (select from encore.reward_condition c where c.reward_id = r.id
        and not exists (select from encore.collected_item m
                         where m.item_id = c.item_id and m.account_id = ? and m.copies > 0))
      """;

  private RewardReading() {}

  static List<RewardView> list(Sql sql, String rest, Object... parameters) {
    return sql.list(SELECT + rest, RewardReading::view, parameters);
  }

  private static RewardView view(ResultSet row) throws SQLException {
    return new RewardView(
        row.getLong("id"),
        row.getString("code"),
        row.getString("artist_code"),
        row.getString("artist_name"),
        row.getString("name"),
        row.getString("description"),
        new Item(
            row.getLong("i_id"),
            row.getString("i_code"),
            row.getString("i_name"),
            Rarity.valueOf(row.getString("rarity")),
            row.getString("picture_key")),
        ItemKind.valueOf(row.getString("kind")),
        row.getLong("price_medals"),
        row.getInt("stock"),
        row.getInt("redeemed"),
        row.getInt("limit_per_fan"),
        row.getInt("mine"),
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "closes_at"),
        row.getString("status").equals("WITHDRAWN"),
        Arrays.asList((String[]) row.getArray("conditions").getArray()),
        row.getInt("version"));
  }
}
