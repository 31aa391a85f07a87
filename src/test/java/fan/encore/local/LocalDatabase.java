package fan.encore.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL 17 on a loopback port, durable, with the two roles of the house: {@code
 * encore_owner} for migrations, {@code encore_app} for everything else. Its data stay in the
 * directory until somebody deletes it.
 */
public final class LocalDatabase implements AutoCloseable {

  public static final String NAME = "encore";
  public static final String OWNER = "encore_owner";
  public static final String APP = "encore_app";
  public static final String PASSWORD = "encore-local";

  /** Held, because the logging system forgets the level of a logger that nobody holds. */
  private static final Logger QUIET = Logger.getLogger("io.zonky");

  private final EmbeddedPostgres postgres;

  private LocalDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * @param dir where the data live; created when missing
   * @param port loopback port, 0 for any free one
   */
  public static LocalDatabase start(Path dir, int port) throws IOException, SQLException {
    Files.createDirectories(dir);
    QUIET.setLevel(Level.WARNING);
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(dir.resolve("postgresql.log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(dir.resolve("data"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(dir.toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "150")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("min_wal_size", "1GB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("timezone", "UTC")
            .setConnectConfig("connectTimeout", "5")
            .setOutputRedirector(log)
            .setErrorRedirector(log);
    if (port != 0) {
      builder.setPort(port);
    }
    LocalDatabase database = new LocalDatabase(builder.start());
    database.createRoles();
    database.create(NAME);
    return database;
  }

  /** The same server under another data source: one database per name, made when missing. */
  public void create(String name) throws SQLException {
    try (Connection connection = admin("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      if (statement
          .executeQuery("select 1 from pg_database where datname = '" + name + "'")
          .next()) {
        return;
      }
      statement.execute("create database " + name + " owner " + OWNER);
    }
    try (Connection connection = admin(name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema encore authorization " + OWNER);
      statement.execute("create schema batch authorization " + OWNER);
      statement.execute("grant usage on schema encore to " + APP);
      statement.execute("grant usage, create on schema batch to " + APP);
      statement.execute(
          "alter default privileges for role encore_owner in schema encore"
              + " grant select, insert, update, delete on tables to encore_app");
      statement.execute(
          "alter default privileges for role encore_owner in schema encore"
              + " grant usage, select on sequences to encore_app");
    }
  }

  /** Brings a database to the newest migration, as the server does at its start. */
  public void migrate(String name) {
    Flyway.configure()
        .dataSource(ownerDataSource(name))
        .schemas("encore")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /**
   * A fast copy of a migrated database, for tests that damage it. No one may be connected to the
   * original.
   */
  public void copy(String from, String to) throws SQLException {
    try (Connection connection = admin("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + to + " with (force)");
      statement.execute("create database " + to + " template " + from + " owner " + OWNER);
    }
  }

  public int port() {
    return postgres.getPort();
  }

  /** The superuser, for tests that tamper with what nobody else can. */
  public DataSource admin(String name) {
    return postgres.getDatabase("postgres", name);
  }

  public DataSource ownerDataSource(String name) {
    return dataSource(name, OWNER);
  }

  /** As the application: neither owner nor superuser. */
  public DataSource appDataSource(String name) {
    return dataSource(name, APP);
  }

  private DataSource dataSource(String name, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port()});
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(PASSWORD);
    source.setCurrentSchema("encore");
    source.setReWriteBatchedInserts(true);
    return source;
  }

  private void createRoles() throws SQLException {
    try (Connection connection = admin("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : new String[] {OWNER, APP}) {
        statement.execute(
            "do $$ begin if not exists (select 1 from pg_roles where rolname = '"
                + role
                + "') then create role "
                + role
                + " login password '"
                + PASSWORD
                + "'; end if; end $$");
      }
      statement.execute("alter role " + APP + " set lock_timeout = '3s'");
      statement.execute("alter role " + APP + " set idle_in_transaction_session_timeout = '60s'");
      statement.execute("alter role " + APP + " set search_path = encore");
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** As a process of its own: directory, port. */
  public static void main(String[] arguments) throws Exception {
    start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println("database ready");
    Thread.currentThread().join();
  }
}
