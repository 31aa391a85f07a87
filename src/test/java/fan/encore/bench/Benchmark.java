package fan.encore.bench;

import fan.encore.bench.Load.Rate;
import fan.encore.bench.Load.Staff;
import fan.encore.bench.OverHttp.Held;
import fan.encore.local.Folders;
import fan.encore.local.LocalDatabase;
import fan.encore.local.LocalServer;
import fan.encore.local.LocalServices;
import fan.encore.local.Ports;
import fan.encore.shared.Sql;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * What {@code mvn -Pbench verify} runs: local services and the packaged Encore with demonstration
 * data, all under {@code target/bench}; then each deed for some seconds; then one table. Ends with
 * an error when a request failed, or when books or stock are not in order afterwards.
 *
 * <p>System property {@code encore.bench.seconds}: the length of each measurement (8).
 */
public final class Benchmark {

  private static final int FEW = 16;
  private static final int SOME = 32;
  private static final int MANY = 64;
  private static final int CROWD = 256;
  private static final int TOO_MANY = 320;
  private static final String STYLE = "/jakarta.faces.resource/css/base.css.xhtml?ln=encore";
  private static final Path TOKENS = Path.of("target/bench/tokens.txt");

  /** The compiler of the server needs this long until a deed costs what it will cost. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Files of 16 MB that the database writes its log into, as many as it keeps. */
  private static final int WORN = 60;

  private static final String UNSENT =
      "select count(*) from encore.outbox_message where state in ('PENDING', 'SENDING')";

  private final Report report = new Report();
  private final Duration time = Duration.ofSeconds(Long.getLong("encore.bench.seconds", 8));
  private final OverHttp http;
  private final SqlAlone sql;
  private final Stage stage;

  private Benchmark(String url, DataSource database) throws Exception {
    stage = Stage.set(url, database, TOKENS);
    http = new OverHttp(url, stage);
    sql = new SqlAlone(database, stage);
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("log4j2.StatusLogger.level", "OFF");
    Path target = Path.of("target").toAbsolutePath();
    Path dir = target.resolve("bench");
    Folders.delete(dir);
    boolean good;
    try (LocalServices services = LocalServices.start(dir, Ports.free());
        PrintStream log =
            new PrintStream(
                Files.newOutputStream(dir.resolve("server.log")), true, StandardCharsets.UTF_8)) {
      int port = Ports.free();
      String url = "http://127.0.0.1:" + port;
      Map<String, String> environment = new HashMap<>(services.environment(url));
      environment.put("ENCORE_DEMO", "true");
      HoldStorm.Start start =
          () ->
              LocalServer.start(target, dir.resolve("server"), port, environment, log::println)
                  .awaitReady();
      LocalServer[] server = {start.server()};
      try {
        server[0].awaitDemonstration();
        LocalDatabase database = services.database();
        DataSource app = database.appDataSource(LocalDatabase.NAME);
        good =
            measure(url, app, database.admin(LocalDatabase.NAME))
                & HoldStorm.survive(url, app, TOKENS, server, start);
      } finally {
        server[0].close();
      }
    }
    if (!good) {
      System.exit(1);
    }
  }

  /**
   * Measures an Encore that runs.
   *
   * @param admin may tell the database what to do
   * @return whether everything was answered and is in order
   */
  static boolean measure(String url, DataSource database, DataSource admin) throws Exception {
    Benchmark benchmark = new Benchmark(url, database);
    // a hall stands long before its sale: the database has looked at it by then
    Arena arena = Arena.build(url, database, benchmark.stage);
    benchmark.warmUp(arena, url);
    wearIn(admin);
    awaitQuiet(new Sql(database));
    benchmark.ceilings();
    benchmark.deeds();
    benchmark.storm();
    boolean exact = LimitedPrize.sell(url, database, benchmark.stage.fans());
    benchmark.seats(arena, database);
    benchmark.orders();
    Printing.measure(new Sql(database));
    awaitQuiet(new Sql(database));
    benchmark.scans(url);
    benchmark.report.print();
    boolean told =
        WaitingFans.wait(url, database, benchmark.stage, benchmark.time, benchmark.http::reserve);
    return Proof.holds(database) & exact & told & !benchmark.report.hasFailures();
  }

  /**
   * A database that has run for a day reuses the files of its log. A new one makes a file every
   * other second under this load, and whoever commits waits for it.
   */
  private static void wearIn(DataSource admin) throws SQLException {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      for (int file = 0; file < WORN; file++) {
        statement.execute("select pg_logical_emit_message(true, 'benchmark', 'worn')");
        statement.execute("select pg_switch_wal()");
      }
      statement.execute("checkpoint");
    }
  }

  /** Orders leave tickets to print and mails to send, which would be measured with what follows. */
  private static void awaitQuiet(Sql sql) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (sql.number(UNSENT) > 0 && System.nanoTime() < end) {
      Thread.sleep(500);
    }
  }

  /** Every deed, as crowded as it is measured: a server that has run for some minutes. */
  private void warmUp(Arena arena, String url) throws Exception {
    for (Staff staff :
        new Staff[] {
          i -> http.draw(1),
          i -> http.draw(10),
          http::reserve,
          i -> http.read(i, "/api/v1/me", true),
          i -> http.read(i, "/api/v1/events", false),
          i -> http.read(i, page(), false),
          i -> http.read(i, banner(), true)
        }) {
      Load.run(MANY, WARM_UP, staff);
    }
    Load.run(MANY, WARM_UP, http::order);
    // fewer, because each takes a seat of the hall
    Load.run(MANY, WARM_UP.dividedBy(8), arena::chooser);
    Load.run(MANY, WARM_UP, Gates.open(url, stage)::scanner);
  }

  private void ceilings() throws Exception {
    statement("select 1", FEW, i -> sql.nothing());
    statement("one hot row", FEW, i -> sql.hotRow());
    statement("one hot row, crowded", MANY, i -> sql.hotRow());
    statement("draw", SOME, i -> sql.draw(1));
    statement("ten draws", SOME, i -> sql.draw(10));
    statement("reservation", FEW, sql::reserve);
    answer("a style sheet", i -> http.read(i, STYLE, false));
    answer("/health/live", i -> http.read(i, "/health/live", false));
    answer("a banner from memory", i -> http.read(i, banner(), true));
  }

  private void statement(String name, int connections, Staff staff) throws Exception {
    report.statement(name, connections, Load.run(connections, time, staff));
  }

  private void answer(String name, Staff staff) throws Exception {
    report.answer(name, FEW, Load.run(FEW, time, staff));
  }

  private void deeds() throws Exception {
    for (int connections : new int[] {FEW, MANY}) {
      deed("draw", connections, "draw", i -> http.draw(1));
      deed("ten draws", connections, "ten draws", i -> http.draw(10));
      deed("one fan draws", connections, "draw", i -> http.hammer());
      deed("reservation", connections, "reservation", http::reserve);
      deed("my account as JSON", connections, "select 1", i -> http.read(i, "/api/v1/me", true));
      deed("events as JSON", connections, "select 1", i -> http.read(i, "/api/v1/events", false));
      deed("event page", connections, "select 1", i -> http.read(i, page(), false));
    }
    deed("reservation", CROWD, "reservation", http::reserve);
    Load.run(MANY, time, i -> http.holdAndRelease(i, stage.few()));
    deed(
        "hold and give back, of 1,000",
        MANY,
        "reservation",
        i -> http.holdAndRelease(i, stage.few()));
    deed(
        "hold and give back, of 1,000,000",
        MANY,
        "reservation",
        i -> http.holdAndRelease(i, stage.type()));
  }

  private void seats(Arena arena, DataSource database) throws Exception {
    for (int connections : new int[] {FEW, MANY}) {
      deed("hold of a seat", connections, "reservation", arena::chooser);
    }
    Arena.chooseTheBest(database);
  }

  private void scans(String url) throws Exception {
    Gates gates = Gates.open(url, stage);
    for (int connections : new int[] {FEW, MANY}) {
      deed("scan", connections, "select 1", gates::scanner);
    }
  }

  private void orders() throws Exception {
    Queue<Held> held = new ConcurrentLinkedQueue<>();
    Load.run(MANY, time, i -> http.holdAhead(i, held));
    Duration less = time.dividedBy(4);
    report.deed(
        "free order of a hold",
        MANY,
        Load.run(MANY, less, i -> http.orderHeld(held)),
        "reservation");
    for (int connections : new int[] {FEW, MANY}) {
      deed("reservation and free order", connections, "reservation", http::order);
    }
  }

  /**
   * Five times as many as are served at once: whoever is too much is told so, and others still
   * read.
   */
  private void storm() throws Exception {
    LongAdder refused = new LongAdder();
    Rate[] reading = new Rate[1];
    Thread reader =
        new Thread(
            () -> {
              try {
                reading[0] = Load.run(FEW, time, i -> http.read(i, page(), false));
              } catch (Exception e) {
                reading[0] = new Rate(0, 1, e.toString(), 0, 0);
              }
            });
    reader.start();
    Rate drawing = Load.run(TOO_MANY, time, i -> http.rush(refused));
    reader.join();
    report.deed("draw in a storm", TOO_MANY, drawing, "draw");
    report.deed("event page meanwhile", FEW, reading[0], "select 1");
    System.out.println("In the storm " + refused.sum() + " draws were told to come again.");
  }

  private String page() {
    return "/event/detail?slug=" + stage.slug();
  }

  /** An answer from memory, after the bearer token was recognised. */
  private String banner() {
    return "/api/v1/banners/" + stage.banner();
  }

  private void deed(String name, int connections, String statement, Staff staff) throws Exception {
    report.deed(name, connections, Load.run(connections, time, staff), statement);
  }
}
