package fan.encore.gacha;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of draws on any node. Holds one database connection of this node's pool while somebody
 * follows, and none otherwise.
 */
@ApplicationScoped
public class DrawWire {

  private static final Logger LOG = Logger.getLogger(DrawWire.class.getName());
  private static final int LOOK_MILLIS = 250;
  private static final long PAUSE_MILLIS = 2_000;

  /** The latest draws that somebody missed; her history has the others. */
  private static final String MISSED =
      """
      select w.n, d.code
        from unnest(?, ?) with ordinality as w (account_id, after, n)
        cross join lateral (
          select id, code from encore.draw
           where account_id = w.account_id
             and id > coalesce((select id from encore.draw
                                 where code = w.after and account_id = w.account_id), 0)
           order by id desc limit 5) d
       order by w.n, d.id
      """;

  @Resource(lookup = "jdbc/encore")
  private DataSource pool;

  /** For the container. */
  public DrawWire() {}

  /** Outside the server. */
  public DrawWire(DataSource pool) {
    this.pool = pool;
  }

  /** Tells the follower what happens until nobody is left; survives a database that goes away. */
  public void follow(DrawFollower follower) {
    while (follower.present() && !Thread.currentThread().isInterrupted()) {
      try (Connection connection = pool.getConnection()) {
        listen(connection, follower);
      } catch (SQLException | RuntimeException e) {
        LOG.log(Level.INFO, "News of draws are interrupted: {0}", e.toString());
        follower.interrupted();
        pause();
      }
    }
  }

  private void listen(Connection connection, DrawFollower follower) throws SQLException {
    PGConnection wire = connection.unwrap(PGConnection.class);
    execute(connection, "listen " + DrawNews.CHANNEL);
    try {
      while (follower.present() && !Thread.currentThread().isInterrupted()) {
        welcome(connection, follower);
        PGNotification[] heard = wire.getNotifications(LOOK_MILLIS);
        for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
          one.getParameter().lines().forEach(line -> pass(line, follower));
        }
        follower.tick();
      }
    } finally {
      execute(connection, "unlisten *");
    }
  }

  private static void welcome(Connection connection, DrawFollower follower) throws SQLException {
    List<DrawFollower.Newcomer> all = List.copyOf(follower.newcomers());
    if (all.isEmpty()) {
      return;
    }
    Object[] accounts = all.stream().map(DrawFollower.Newcomer::accountId).toArray();
    Object[] after = all.stream().map(DrawFollower.Newcomer::after).toArray();
    try (PreparedStatement statement = connection.prepareStatement(MISSED)) {
      statement.setArray(1, connection.createArrayOf("bigint", accounts));
      statement.setArray(2, connection.createArrayOf("text", after));
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        follower.missed(all.get(rows.getInt(1) - 1).key(), rows.getString(2));
      }
    }
  }

  private static void pass(String line, DrawFollower follower) {
    int blank = line.indexOf(' ');
    follower.drawn(Long.parseLong(line.substring(0, blank)), line.substring(blank + 1));
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
