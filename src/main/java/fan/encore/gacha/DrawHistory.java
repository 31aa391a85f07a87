package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.collection.Item;
import fan.encore.shared.Idempotency.KeyReused;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a fan drew: her receipts and nobody else's. */
@Stateless
public class DrawHistory {

  private static final String RECEIPT =
      """
      select d.*, b.code as banner_code, b.title, a.code as artist_code, a.name as artist_name,
             o.version, o.hash as odds_hash, c.commitment, l.log_index
        from encore.draw d
        join encore.banner b on b.id = d.banner_id
        join encore.artist a on a.id = b.artist_id
        join encore.odds_table o on o.id = d.odds_table_id
        join encore.draw_chain c on c.id = d.chain_id
        left join encore.fairness_log l on l.leaf_id = d.leaf_id
       where d.code = ? and d.account_id = ?
      """;

  private static final String PRIZES =
      """
      select i.* from encore.draw d cross join unnest(d.items) with ordinality as p (item_id, slot)
        join encore.item i on i.id = p.item_id where d.code = ? order by p.slot
      """;

  @Inject private Sql sql;

  /** For the container. */
  public DrawHistory() {}

  /** Outside the server. */
  public DrawHistory(Sql sql) {
    this.sql = sql;
  }

  /**
   * The receipt of a draw.
   *
   * @throws DrawNotFound if this fan has no draw with this code, whoever else may have it
   */
  @RolesAllowed(Roles.FAN)
  public DrawReceipt byCode(long accountId, String code) {
    List<Item> prizes = sql.list(PRIZES, PublishedBanners::item, code);
    return sql.first(RECEIPT, row -> receipt(row, prizes), code, accountId)
        .orElseThrow(DrawNotFound::new);
  }

  /** The code of a fan's latest draw; empty if she never drew. */
  @RolesAllowed(Roles.FAN)
  public Optional<String> latest(long accountId) {
    return sql.first(
        "select code from encore.draw where account_id = ? order by id desc limit 1",
        row -> row.getString(1),
        accountId);
  }

  /** A fan's draws, the latest first. */
  @RolesAllowed(Roles.FAN)
  public Slice<DrawRow> of(long accountId, ListQuery query) {
    List<DrawRow> rows =
        sql.list(
            """
            select d.code as draw_code, b.code as banner_code, b.title, d.drawn_at, d.quantity,
                   d.free_spent + d.paid_spent as spent, best.*
              from (select * from encore.draw where account_id = ? order by id desc limit ? offset ?) d
              join encore.banner b on b.id = d.banner_id
              join lateral (select i.id, i.code, i.name, i.rarity, i.picture_key
                              from unnest(d.items) with ordinality as p (item_id, slot)
                              join encore.item i on i.id = p.item_id
                             order by array_position(array['SSR', 'SR', 'R', 'N'], i.rarity), p.slot
                             limit 1) best on true
             order by d.id desc
            """,
            DrawHistory::row,
            accountId,
            query.size(),
            query.first());
    return new Slice<>(
        rows, sql.number("select count(*) from encore.draw where account_id = ?", accountId));
  }

  /** The receipt of the draw that this wish made before, if it did. */
  @RolesAllowed(Roles.FAN)
  public Optional<DrawReceipt> drawnWith(long accountId, DrawPrizes wanted) {
    return sql.first(
            "select request_hash, code from encore.draw where account_id = ? and call_key = ?",
            row -> {
              if (!row.getString(1).equals(wanted.hash())) {
                throw new KeyReused();
              }
              return row.getString(2);
            },
            accountId,
            wanted.idempotencyKey())
        .map(code -> byCode(accountId, code));
  }

  private static DrawReceipt receipt(ResultSet row, List<Item> prizes) throws SQLException {
    return new DrawReceipt(
        row.getString("code"),
        row.getString("banner_code"),
        row.getString("title"),
        row.getString("artist_code"),
        row.getString("artist_name"),
        row.getInt("version"),
        row.getString("odds_hash"),
        Sql.instant(row, "drawn_at"),
        row.getString("kind").equals("POINTS") ? null : row.getString("client_seed"),
        row.getString("commitment"),
        row.getLong("nonce"),
        row.getLong("free_spent"),
        row.getLong("paid_spent"),
        Sql.nullableLong(row, "ledger_transaction_id"),
        DrawPaid.lots(row.getString("lots")),
        Sql.nullableLong(row, "log_index"),
        prizes);
  }

  private static DrawRow row(ResultSet row) throws SQLException {
    return new DrawRow(
        row.getString("draw_code"),
        row.getString("banner_code"),
        row.getString("title"),
        Sql.instant(row, "drawn_at"),
        row.getInt("quantity"),
        row.getLong("spent"),
        PublishedBanners.item(row));
  }
}
