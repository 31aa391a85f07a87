package fan.encore.admin;

import fan.encore.account.Roles;
import fan.encore.fairness.Backlog;
import fan.encore.fairness.Transparency;
import fan.encore.gacha.BannerEvidence;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How the parts that Encore lives by are, seen from this node. */
@Stateless
@RolesAllowed(Roles.ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Health {

  private static final long SLOW_MILLIS = 250;
  private static final Duration LONG_WAIT = Duration.ofMinutes(5);
  private static final Duration LATE_LEAF = Duration.ofSeconds(30);
  private static final double MUCH_MEMORY = 0.9;

  /** Of jdbc/encore, as in {@code payara-config}. */
  private static final int POOL_SIZE = 32;

  private static final long MIB = 1024L * 1024;

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Neighbours neighbours;
  @Inject private Jobs jobs;
  @Inject private Transparency log;
  @Inject private BannerEvidence evidence;

  /**
   * Looks at every part; takes as long as the slowest neighbour's time-out, at most some seconds.
   * Without the database what is known by it alone is left out.
   */
  public List<Vital> look() {
    List<Vital> vitals = new ArrayList<>();
    Vital database = database();
    vitals.add(database);
    vitals.addAll(neighbours.look());
    if (database.condition() != Condition.DOWN) {
      vitals.add(messages());
      vitals.add(jobs());
      vitals.add(log());
      vitals.add(fairness());
    }
    vitals.add(node());
    return vitals;
  }

  private Vital database() {
    long start = System.nanoTime();
    try {
      sql.number("select 1");
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      List<Fact> facts = new ArrayList<>();
      facts.add(Fact.of("round_trip", millis));
      word("show server_version").ifPresent(version -> facts.add(Fact.of("version", version)));
      migration().ifPresent(version -> facts.add(Fact.of("migration", version)));
      long used =
          sql.number(
              "select count(*) from pg_stat_activity where usename = current_user"
                  + " and application_name = 'encore'");
      long busy =
          sql.number(
              "select count(*) from pg_stat_activity where usename = current_user"
                  + " and application_name = 'encore' and state <> 'idle'");
      facts.add(Fact.of("connections", used));
      facts.add(Fact.of("connections_busy", busy));
      facts.add(
          Fact.of("size_mib", sql.number("select pg_database_size(current_database())") / MIB));
      boolean slow = millis > SLOW_MILLIS || busy >= POOL_SIZE;
      return new Vital("database", slow ? Condition.CARE : Condition.WELL, facts);
    } catch (RuntimeException e) {
      return new Vital("database", Condition.DOWN, List.of());
    }
  }

  private Optional<String> word(String query) {
    return sql.first(query, row -> row.getString(1));
  }

  /** Version of the newest migration, empty where its history may not be read. */
  private Optional<String> migration() {
    boolean readable =
        word("select has_table_privilege('encore.flyway_schema_history', 'select')::text")
            .filter("true"::equals)
            .isPresent();
    return readable
        ? word(
            "select version from encore.flyway_schema_history where success and version is not null"
                + " order by installed_rank desc limit 1")
        : Optional.empty();
  }

  private Vital messages() {
    Instant now = clock.instant();
    List<Fact> facts = new ArrayList<>();
    for (String state : List.of("PENDING", "SENDING", "DEAD")) {
      facts.add(Fact.of("messages_" + state.toLowerCase(Locale.ROOT), count(state)));
    }
    Optional<Instant> oldest =
        sql.first(
                "select due_at from encore.outbox_message where state = 'PENDING'"
                    + " order by due_at limit 1",
                row -> Sql.instant(row, "due_at"))
            .filter(due -> due.isBefore(now));
    oldest.ifPresent(due -> facts.add(Fact.of("oldest_due", due)));
    boolean late = oldest.filter(due -> due.isBefore(now.minus(LONG_WAIT))).isPresent();
    boolean care = late || count("DEAD") > 0;
    return new Vital("messages", care ? Condition.CARE : Condition.WELL, facts);
  }

  private long count(String state) {
    return sql.number(
        "select count(*) from encore.outbox_message where state <> 'SENT' and state = ?", state);
  }

  private Vital jobs() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("jobs_running", jobs.running()));
    Optional<JobRow> newest = jobs.newest();
    newest.ifPresent(
        run -> {
          facts.add(Fact.of("last_run", run.startedAt()));
          facts.add(Fact.of("last_day", run.businessDay().toString()));
        });
    boolean failed = newest.filter(run -> run.status().equals("FAILED")).isPresent();
    return new Vital("jobs", failed ? Condition.CARE : Condition.WELL, facts);
  }

  private Vital fairness() {
    List<BannerEvidence.Alarm> alarms = evidence.alarms();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("refuted", alarms.size()));
    alarms.stream()
        .findFirst()
        .ifPresent(
            latest -> {
              facts.add(Fact.of("refuted_banner", latest.banner()));
              facts.add(Fact.of("refuted_at", latest.raisedAt()));
            });
    return new Vital("fairness", alarms.isEmpty() ? Condition.WELL : Condition.CARE, facts);
  }

  private Vital log() {
    List<Fact> facts = new ArrayList<>();
    Backlog backlog = log.backlog(clock.instant().minus(LATE_LEAF));
    log.latest()
        .ifPresent(
            checkpoint -> {
              facts.add(Fact.of("log_leaves", checkpoint.size()));
              facts.add(Fact.of("log_signed_at", checkpoint.signedAt()));
            });
    facts.add(Fact.of("log_late", backlog.leaves()));
    if (backlog.oldest() != null) {
      facts.add(Fact.of("log_late_since", backlog.oldest()));
    }
    return new Vital("log", backlog.leaves() > 0 ? Condition.CARE : Condition.WELL, facts);
  }

  private static Vital node() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    List<Fact> facts =
        List.of(
            Fact.of(
                "started_at",
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())),
            Fact.of(
                "uptime_minutes",
                TimeUnit.MILLISECONDS.toMinutes(ManagementFactory.getRuntimeMXBean().getUptime())),
            Fact.of("memory_mib", used / MIB),
            Fact.of("memory_limit_mib", runtime.maxMemory() / MIB),
            Fact.of("threads", ManagementFactory.getThreadMXBean().getThreadCount()),
            Fact.of("java", Runtime.version().toString()));
    boolean tight = used > runtime.maxMemory() * MUCH_MEMORY;
    return new Vital("node", tight ? Condition.CARE : Condition.WELL, facts);
  }
}
