package fan.encore.app;

import fan.encore.messaging.Readiness;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the database to the newest version before anything else starts. It runs as {@code
 * encore_owner} on a pool of its own, the only code that does; every other startup bean depends on
 * this one.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

  private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

  @Resource(lookup = "jdbc/encoreOwner")
  private DataSource owner;

  @Inject private Readiness readiness;

  @PostConstruct
  void migrate() {
    MigrateResult result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(owner)
            .schemas("encore")
            .createSchemas(false)
            .locations("classpath:db/migration")
            .load()
            .migrate();
    LOG.info(
        () ->
            "Database at version "
                + result.targetSchemaVersion
                + ", migrations run now: "
                + result.migrationsExecuted);
    readiness.open();
  }
}
