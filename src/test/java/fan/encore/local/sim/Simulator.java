package fan.encore.local.sim;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts and stops the provider simulator. Its state lives in one directory; whoever starts it
 * there again finds everything that was answered before, after a {@code kill -9} too.
 */
public final class Simulator implements AutoCloseable {

  private static final int THREADS = 32;
  private static final int WAITING_REQUESTS = 512;

  private final HttpServer http;
  private final ThreadPoolExecutor requests;
  private final ScheduledExecutorService timer;
  private final Webhooks webhooks;
  private final Payments payments;
  private final Settlements settlements;
  private final Twilio twilio;
  private final Mailbox mailbox;

  private Simulator(Path directory, int httpPort, int smtpPort, Settings settings)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), httpPort), 0);
    webhooks = new Webhooks(directory, settings.webhookSecret(), settings.clock());
    payments = new Payments(directory, settings.clock(), webhooks);
    settlements = new Settlements(directory, payments, settings.payoutDelayDays());
    twilio = new Twilio(directory, settings);
    mailbox = new Mailbox(directory, smtpPort, settings.clock());

    http.createContext("/", routes(settings));
    requests =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING_REQUESTS),
            daemons("simulator-http"));
    requests.allowCoreThreadTimeOut(true);
    http.setExecutor(requests);
    http.start();
    timer = Executors.newSingleThreadScheduledExecutor(daemons("simulator-expiry"));
    timer.scheduleWithFixedDelay(payments::expireDue, 250, 250, TimeUnit.MILLISECONDS);
  }

  private Router routes(Settings settings) {
    Faults faults = new Faults();
    Router router = new Router(faults);
    PaymentApi api = new PaymentApi(payments, settings, url().toString());
    api.routes(router);
    settlements.routes(router, api);
    new PaymentPage(payments, webhooks, settings.clock()).routes(router);
    new Control(payments, webhooks, settlements, faults).routes(router);
    twilio.routes(router);
    Pages pages = new Pages(twilio, payments, settings.clock());
    pages.routes(router);
    new MailPages(mailbox, pages).routes(router);
    return router;
  }

  /**
   * Starts with the local settings.
   *
   * @param directory holds the state; it is made if it is not there
   * @param httpPort port on 127.0.0.1, 0 for any free one
   * @param smtpPort port on 127.0.0.1, 0 for any free one
   * @throws UncheckedIOException if a port is taken or the directory cannot be written
   */
  public static Simulator start(Path directory, int httpPort, int smtpPort) {
    return start(directory, httpPort, smtpPort, Settings.local());
  }

  /** Starts with settings of one's own, see {@link #start(Path, int, int)}. */
  public static Simulator start(Path directory, int httpPort, int smtpPort, Settings settings) {
    try {
      return new Simulator(directory, httpPort, smtpPort, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator cannot start on port " + httpPort, e);
    }
  }

  /**
   * Runs until the process ends, with settings from the environment.
   *
   * @param args state directory, HTTP port, SMTP port
   */
  public static void main(String[] args) {
    Simulator simulator =
        start(
            Path.of(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Settings.from(System.getenv()));
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("simulator ready " + simulator.url() + " smtp " + simulator.smtpPort());
  }

  /** The address of the API and of all pages, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  public int httpPort() {
    return http.getAddress().getPort();
  }

  public int smtpPort() {
    return mailbox.port();
  }

  @Override
  public void close() {
    http.stop(0);
    timer.shutdownNow();
    requests.shutdownNow();
    webhooks.close();
    settlements.close();
    payments.close();
    twilio.close();
    mailbox.close();
  }

  static ThreadFactory daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
