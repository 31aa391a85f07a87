package fan.encore.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Set-based SQL over the application's pool. Inside a transaction it uses the transaction's own
 * connection, the one that JPA uses too, so flush JPA before reading by SQL what JPA wrote.
 *
 * <p>Parameters: {@link Instant} becomes timestamptz, enums their name, {@code String[]}, {@code
 * Long[]}, {@code Integer[]}, {@code Double[]}, {@code Boolean[]} and {@code byte[][]} arrays.
 */
@ApplicationScoped
public class Sql {

  /** Turns the current row into a value. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  @Resource(lookup = "jdbc/encore")
  private DataSource pool;

  /** For the container. */
  public Sql() {}

  /** Over any other database, outside the server; each call is a transaction of its own. */
  public Sql(DataSource pool) {
    this.pool = pool;
  }

  public <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(mapper.map(rows));
      }
      return list;
    } catch (SQLException e) {
      throw new SqlFailed(e);
    }
  }

  /**
   * The first row, if there is one and the mapper makes something of it: {@code min} of nothing is
   * a row with null. For {@code insert ... returning} and {@code update ... returning} as well.
   */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... parameters) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(mapper.map(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw new SqlFailed(e);
    }
  }

  /** A count or any other single number of a query that always has a row. */
  public long number(String sql, Object... parameters) {
    return first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  /**
   * @return how many rows changed
   */
  public int update(String sql, Object... parameters) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailed(e);
    }
  }

  /** Inserts a row with a statement that ends in {@code returning id}. */
  public long insert(String sql, Object... parameters) {
    return first(sql, row -> row.getLong(1), parameters)
        .orElseThrow(() -> new IllegalStateException("The insert returned no row"));
  }

  /** Reads a timestamptz that may be null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** Reads a bigint that may be null. */
  public static Long nullableLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, toJdbc(connection, parameters[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static Object toJdbc(Connection connection, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof String[] texts) {
      return connection.createArrayOf("text", texts);
    }
    if (value instanceof Long[] numbers) {
      return connection.createArrayOf("bigint", numbers);
    }
    if (value instanceof Boolean[] truths) {
      return connection.createArrayOf("boolean", truths);
    }
    if (value instanceof byte[][] bytes) {
      return connection.createArrayOf("bytea", bytes);
    }
    if (value instanceof Integer[] numbers) {
      return connection.createArrayOf("integer", numbers);
    }
    if (value instanceof Double[] numbers) {
      return connection.createArrayOf("float8", numbers);
    }
    return value;
  }

  /** The database refused; the cause tells why and carries the constraint's name. */
  public static final class SqlFailed extends RuntimeException {
    SqlFailed(SQLException cause) {
      super(cause);
    }
  }
}
