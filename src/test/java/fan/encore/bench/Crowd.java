package fan.encore.bench;

import fan.encore.shared.Codes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Ten thousand fans who are signed in and rich. They come by SQL, because that many passwords take
 * an hour to hash; what they own is posted as the application posts, so the books balance.
 */
final class Crowd {

  private static final int FANS = 10_000;
  private static final long DIAMONDS = 10_000_000;

  private static final String COME =
      "with fan as (insert into encore.account (email, display_name, birth_date, country, language,"
          + " status, created_at, version) select 'bench' || n || '@encore.example', 'Fan ' || n,"
          + " '1999-01-01', 'JP', 'en', 'ACTIVE', now(), 0 from generate_series(1, ?) n returning id),"
          + " role as (insert into encore.account_role (account_id, role) select id, 'FAN' from fan),"
          + " family as (insert into encore.token_family (account_id, device, created_at, expires_at)"
          + " select id, 'benchmark', now(), now() + interval '1 day' from fan returning id, account_id)"
          + " insert into encore.access_token (token_hash, family_id, account_id, expires_at)"
          + " select encode(sha256(convert_to('bench-' || ? || account_id, 'UTF8')), 'hex'), id, account_id,"
          + " now() + interval '1 day' from family returning account_id";

  private static final String ENRICH =
      "select encore.post_transaction('diamonds.gift', 'benchmark:' || f, 'benchmark',"
          + " array['house:gift:issued:DIA'], array['fan:' || f || ':free:DIA'], array['DIA'],"
          + " array[?::bigint]) from unnest(?) f";

  private static final String ASK =
      "select encore.open_chains(array_agg(f), array_agg(?::text), array_agg(sha256(uuid_send("
          + "gen_random_uuid()))), now()) from unnest(?) f";

  private Crowd() {}

  /**
   * Lets them come, and writes their tokens, one a line, for other load tools.
   *
   * @param group of the banners whose chain everybody has asked for
   */
  static List<Stage.Fan> come(DataSource database, String group, Path tokens)
      throws SQLException, IOException {
    String secret = Codes.secret();
    List<Stage.Fan> fans = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement come = connection.prepareStatement(COME);
        PreparedStatement enrich = connection.prepareStatement(ENRICH)) {
      come.setInt(1, FANS);
      come.setString(2, secret);
      List<Long> ids = new ArrayList<>();
      try (ResultSet row = come.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
          fans.add(new Stage.Fan(row.getLong(1), "bench-" + secret + row.getLong(1)));
        }
      }
      enrich.setLong(1, DIAMONDS);
      enrich.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      enrich.execute();
    }
    ask(database, group, fans);
    Files.write(tokens, fans.stream().map(Stage.Fan::token).toList());
    return fans;
  }

  /** All of them ask for the commitment of a group's chain, without which nobody may draw. */
  static void ask(DataSource database, String group, List<Stage.Fan> fans) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement ask = connection.prepareStatement(ASK)) {
      ask.setString(1, group);
      ask.setArray(
          2, connection.createArrayOf("bigint", fans.stream().map(Stage.Fan::id).toArray()));
      ask.execute();
    }
  }
}
