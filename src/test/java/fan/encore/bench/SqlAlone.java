package fan.encore.bench;

import fan.encore.bench.Load.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;

/** The very statements that the services call, as the application, without a server around them. */
final class SqlAlone {

  private static final String OPEN =
      "select * from encore.draw_open(array[?::bigint], array[?], array[?])";

  private static final String COMMIT =
      "select * from encore.draw_commit(array[?::bigint], array[?::bigint], array[?::bigint],"
          + " array[?], array[?], array['benchmark'], array[?::bigint], array[?::bigint],"
          + " array['PAID'], array[?], array[?::bigint], array[false], array['benchmark'], array[?],"
          + " ?, array_fill(1, array[?]), array[?], array[?], now())";

  private static final String HOLD =
      "select o_outcome from encore.hold_tickets(?, ?, ?, 'JPY', ?, 'benchmark', ?, ?, ?,"
          + " array[1], array[0::bigint], array[0::bigint])";

  private static final String PRIZE =
      "select b.id, o.price_one, o.price_ten, o.id, p.item_id from encore.banner b"
          + " join encore.odds_table o on o.banner_id = b.id"
          + " join encore.prize p on p.odds_table_id = o.id where b.code = ?"
          + " order by o.version desc, p.position desc limit 1";

  private static final String TYPE =
      "select e.id, t.id from encore.live_event e join encore.ticket_type t on t.event_id = e.id"
          + " where e.slug = ? and t.code = ?";

  private final DataSource database;
  private final Stage stage;

  SqlAlone(DataSource database, Stage stage) {
    this.database = database;
    this.stage = stage;
  }

  /** Fills in the parameters, new ones each time. */
  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  Worker nothing() throws SQLException {
    return worker(database.getConnection(), "select 1", statement -> {});
  }

  /**
   * Counts up one row that everybody wants, as plainly as can be; says how fast the machine is when
   * figures of another are compared.
   */
  Worker hotRow() throws SQLException {
    Connection connection = database.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists batch.hot_row (taken bigint not null)");
      statement.execute(
          "insert into batch.hot_row select 0 where not exists (select 1 from batch.hot_row)");
    }
    return worker(
        connection, "update batch.hot_row set taken = taken + 1 returning taken", statement -> {});
  }

  /**
   * Anybody draws: both statements of a draw, one transaction for each.
   *
   * @param count 1 or 10
   */
  Worker draw(int count) throws SQLException {
    Connection connection = database.getConnection();
    long[] prize = numbers(connection, PRIZE, stage.banner());
    connection.setAutoCommit(false);
    PreparedStatement open = connection.prepareStatement(OPEN);
    PreparedStatement commit = connection.prepareStatement(COMMIT);
    return new Worker() {
      @Override
      public void once() throws SQLException {
        String key = UUID.randomUUID().toString();
        long fan = stage.anybody().id();
        try (ResultSet start = opened(open, fan, stage.group(), key)) {
          start.next();
          write(commit, start, fan, key, prize, count);
        }
        connection.commit();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private static ResultSet opened(PreparedStatement open, long fan, String group, String key)
      throws SQLException {
    open.setLong(1, fan);
    open.setString(2, group);
    open.setString(3, key);
    return open.executeQuery();
  }

  private static void write(
      PreparedStatement commit, ResultSet start, long fan, String key, long[] prize, int count)
      throws SQLException {
    Long[] items = new Long[count];
    Arrays.fill(items, prize[4]);
    commit.setLong(1, fan);
    commit.setLong(2, start.getLong("chain_id"));
    commit.setLong(3, start.getLong("nonce"));
    commit.setString(4, "SQL-" + key);
    commit.setString(5, key);
    commit.setLong(6, prize[0]);
    commit.setLong(7, prize[3]);
    commit.setInt(8, count);
    commit.setLong(9, count == 1 ? prize[1] : prize[2]);
    commit.setString(10, start.getString("state"));
    commit.setArray(11, commit.getConnection().createArrayOf("bigint", items));
    commit.setInt(12, count);
    commit.setString(13, "{\"code\":\"" + key + "\",");
    commit.setString(14, "\"padding\":\"" + "x".repeat(400) + "\"}");
    commit.executeQuery().close();
  }

  /** Holds one ticket of the type that everybody wants. */
  Worker reserve(int number) throws SQLException {
    Connection connection = database.getConnection();
    long[] type = numbers(connection, TYPE, stage.slug(), stage.type());
    return worker(
        connection,
        HOLD,
        statement -> {
          String key = UUID.randomUUID().toString();
          Instant now = Instant.now();
          statement.setString(1, "R-" + key);
          statement.setLong(2, fan(number));
          statement.setLong(3, type[0]);
          statement.setString(4, key);
          statement.setTimestamp(5, Timestamp.from(now));
          statement.setTimestamp(6, Timestamp.from(now.plusSeconds(600)));
          statement.setArray(7, connection.createArrayOf("bigint", new Long[] {type[1]}));
        });
  }

  private long fan(int number) {
    return stage.fans().get(number % stage.fans().size()).id();
  }

  private static Worker worker(Connection connection, String sql, Binding binding)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    return new Worker() {
      @Override
      public void once() throws SQLException {
        binding.bind(statement);
        statement.executeQuery().close();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private static long[] numbers(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long[] numbers = new long[row.getMetaData().getColumnCount()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = row.getLong(i + 1);
        }
        return numbers;
      }
    }
  }
}
