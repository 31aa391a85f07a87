package fan.encore.inserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.shared.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A failing line of the command files is only a warning to the server, so every resource is looked
 * up here.
 */
@ExtendWith(ArquillianExtension.class)
class ResourcesIT {

  private static final List<String> NAMES =
      List.of(
          "jdbc/encore",
          "jdbc/encoreOwner",
          "jdbc/encoreBatch",
          "jms/encore",
          "jms/mail",
          "jms/sms",
          "jms/ticketPdf",
          "mail/encore");

  @Inject private Sql sql;

  @Test
  void everyResourceIsThere() throws Exception {
    for (String name : NAMES) {
      assertNotNull(new InitialContext().lookup(name), name);
    }
  }

  @Test
  void theApplicationIsNeitherOwnerNorSuperuser() {
    String role =
        sql.first(
                "select current_user || ' ' || usesuper from pg_user where usename = current_user",
                row -> row.getString(1))
            .orElseThrow();
    assertEquals("encore_app false", role);
    assertEquals(
        0,
        sql.number(
            "select count(*) from pg_tables where schemaname = 'encore' and tableowner = current_user"));
    assertThrows(
        RuntimeException.class, () -> sql.update("create table encore.intruder (id bigint)"));
  }

  @Test
  void committedMeansOnDisk() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertEquals(
          "on",
          sql.first("select current_setting(?)", row -> row.getString(1), setting).orElseThrow());
    }
    assertEquals(
        "3s",
        sql.first("select current_setting('lock_timeout')", row -> row.getString(1)).orElseThrow());
  }

  @Test
  void migrationsRunAsTheOwner() throws Exception {
    DataSource owner = (DataSource) new InitialContext().lookup("jdbc/encoreOwner");
    try (Connection connection = owner.getConnection();
        ResultSet row = connection.createStatement().executeQuery("select current_user")) {
      assertTrue(row.next());
      assertEquals("encore_owner", row.getString(1));
    }
  }

  @Test
  void theJobRepositoryIsInOurDatabase() {
    jakarta.batch.runtime.BatchRuntime.getJobOperator().getJobNames();
    assertTrue(
        sql.number("select count(*) from information_schema.tables where table_schema = 'batch'")
            > 0);
  }
}
