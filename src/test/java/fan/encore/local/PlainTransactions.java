package fan.encore.local;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;

/**
 * What the container does for services: one connection for each thread's transaction, out of a
 * pool, committed at the end or rolled back with the exception.
 */
public final class PlainTransactions implements AutoCloseable {

  private final BlockingQueue<Connection> pool = new LinkedBlockingQueue<>();
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  public PlainTransactions(DataSource source, int connections) throws SQLException {
    for (int i = 0; i < connections; i++) {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      pool.add(connection);
    }
  }

  /** A data source that gives the running transaction's connection, and no other. */
  public DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> unclosable(current.get()));
  }

  public <T> T call(Callable<T> work) throws Exception {
    Connection connection = pool.take();
    current.set(connection);
    try {
      T answer = work.call();
      connection.commit();
      return answer;
    } catch (Exception e) {
      connection.rollback();
      throw e;
    } finally {
      current.remove();
      pool.add(connection);
    }
  }

  /** As a method that joins no transaction: every statement is one of its own. */
  public <T> T outside(Callable<T> work) throws Exception {
    Connection connection = pool.take();
    connection.setAutoCommit(true);
    current.set(connection);
    try {
      return work.call();
    } finally {
      current.remove();
      connection.setAutoCommit(false);
      pool.add(connection);
    }
  }

  public void run(Runnable work) throws Exception {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  private static Connection unclosable(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            PlainTransactions.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : pool) {
      connection.close();
    }
  }
}
