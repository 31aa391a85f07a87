package fan.encore.wallet;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A scratch database with our migrations, and the public services over it as the application. */
final class LedgerHouse implements AutoCloseable {

  /** What one call of a race did: its answer, or what it threw. */
  record Run<T>(T answer, Throwable thrown) {}

  private static final AtomicLong FANS = new AtomicLong(1000);

  final Sql sql;
  Ledger ledger;
  Wallets wallets;

  private final LocalDatabase database;
  private final String name;
  private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

  LedgerHouse(LocalDatabase database, String name) {
    this.database = database;
    this.name = name;
    sql = new Sql(keepingConnections(database.appDataSource(name)));
    ledger = new Ledger(sql);
    wallets = new Wallets(ledger, sql);
  }

  /** A fan whom nobody knows yet. */
  static long fan() {
    return FANS.incrementAndGet();
  }

  /** A fan with free diamonds. */
  long fanWith(long diamonds) {
    long fan = fan();
    wallets.grantFree(fan, diamonds, "test.gift", "gift:" + fan, "test");
    return fan;
  }

  long free(long fan) {
    return ledger.balance(AccountRef.freeDiamonds(fan));
  }

  /** Moves free diamonds of a fan to the house by a plain posting. */
  long take(long fan, long diamonds, String key) {
    return ledger.post(
        Posting.of(
            "test.take",
            key,
            "test",
            Transfer.of(AccountRef.freeDiamonds(fan), AccountRef.diamondsSpent(), diamonds)));
  }

  /** Whether one check of {@link LedgerProof} holds. */
  boolean proves(String code) {
    return proves(sql, code);
  }

  static boolean proves(Sql sql, String code) {
    return new LedgerProof(sql)
        .prove().stream()
            .filter(check -> check.code().equals(code))
            .findFirst()
            .orElseThrow()
            .holds();
  }

  /** Runs statements as the owner of the tables. */
  void asOwner(String... statements) {
    execute(database.ownerDataSource(name), statements);
  }

  /** Whether a statement is refused, to the owner or to the application; it is undone anyway. */
  boolean refuses(boolean owner, String statement) {
    DataSource source = owner ? database.ownerDataSource(name) : database.appDataSource(name);
    try (Connection connection = source.getConnection();
        Statement run = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        run.execute(statement);
        return false;
      } catch (SQLException e) {
        return e.getSQLState().equals("42501");
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tampers as the superuser with all triggers off, looks, and undoes it. */
  boolean tamperedProof(String code, String... statements) throws SQLException {
    try (Connection connection = database.admin(name).getConnection();
        Statement run = connection.createStatement()) {
      connection.setAutoCommit(false);
      run.execute("set local session_replication_role = replica");
      for (String statement : statements) {
        run.execute(statement);
      }
      boolean proved = proves(new Sql(dataSource(() -> connection, ignored -> {})), code);
      connection.rollback();
      return proved;
    }
  }

  /** Rewrites one of our functions: every part must be there. */
  void rewrite(String function, String... fromTo) {
    String source =
        sql.first(
                "select pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'encore'::regnamespace"
                    + " and p.proname = ?",
                row -> row.getString(1),
                function)
            .orElseThrow();
    for (int i = 0; i < fromTo.length; i += 2) {
      if (!source.contains(fromTo[i])) {
        throw new IllegalStateException(function + " has no " + fromTo[i]);
      }
      source = source.replace(fromTo[i], fromTo[i + 1]);
    }
    asOwner(source);
  }

  /** Opens so many connections, so that a race is not one of connecting. */
  void connect(int connections) throws InterruptedException {
    CyclicBarrier allOpen = new CyclicBarrier(connections);
    together(
        connections,
        Collections.nCopies(connections, () -> sql.first("select 1", row -> await(allOpen))));
  }

  private static int await(CyclicBarrier barrier) {
    try {
      return barrier.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls at the same moment from as many threads. */
  static <T> List<Run<T>> race(int threads, Callable<T> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    return together(
        threads,
        IntStream.range(0, threads)
            .<Callable<T>>mapToObj(
                i ->
                    () -> {
                      start.await();
                      return call.call();
                    })
            .toList());
  }

  /** Runs calls on so many threads and gives back what each did. */
  static <T> List<Run<T>> together(int threads, List<Callable<T>> calls)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Run<T>> runs = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(calls)) {
        try {
          runs.add(new Run<>(future.get(), null));
        } catch (ExecutionException e) {
          runs.add(new Run<>(null, e.getCause()));
        }
      }
      return runs;
    } finally {
      pool.shutdownNow();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      connection.close();
    }
  }

  private DataSource keepingConnections(DataSource source) {
    return dataSource(
        () -> {
          Connection kept = idle.poll();
          return kept != null ? kept : hasty(source.getConnection());
        },
        idle::add);
  }

  /** What is thrown away after the test need not reach the disk. */
  private static Connection hasty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
    }
    return connection;
  }

  /** A data source of connections whose closing gives them back. */
  private static DataSource dataSource(
      Callable<Connection> open, java.util.function.Consumer<Connection> giveBack) {
    return proxy(
        DataSource.class,
        (source, method, arguments) -> {
          Connection connection = open.call();
          return proxy(
              Connection.class,
              (self, called, values) -> {
                if (called.getName().equals("close")) {
                  giveBack.accept(connection);
                  return null;
                }
                try {
                  return called.invoke(connection, values);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
        });
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static void execute(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement run = connection.createStatement()) {
      for (String statement : statements) {
        run.execute(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
