package fan.encore.fairness;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** A node with one connection, whose transaction ends when the test says so. */
final class LogNode implements AutoCloseable {

  final Sql sql;
  final Transparency log;
  final LogKeys keys;
  final Sequencing sequencing;
  private final Connection connection;

  LogNode(LocalDatabase database, String key) throws SQLException {
    connection = database.appDataSource(LocalDatabase.NAME).getConnection();
    connection.setAutoCommit(false);
    sql = new Sql(source());
    log = new Transparency(sql);
    keys = new LogKeys(sql, "https://encore.example", Optional.ofNullable(key));
    sequencing = new Sequencing(sql, log, keys, Clock.systemUTC());
  }

  long append(String body) {
    return log.append("test", body);
  }

  /** Sequences until nothing is left. */
  int sequence() throws SQLException {
    int all = 0;
    int placed = Sequencing.MOST;
    while (placed == Sequencing.MOST) {
      placed = sequencing.step();
      commit();
      all += placed;
    }
    return all;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  private DataSource source() {
    Connection kept = proxy(Connection.class, this::unlessClosed);
    return proxy(DataSource.class, (self, method, arguments) -> kept);
  }

  private Object unlessClosed(Object self, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
