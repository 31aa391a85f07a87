package fan.encore.local.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a request to the handler of its method and path, and turns failures into answers. */
final class Router implements HttpHandler {

  /** What answers a request. */
  interface Handler {
    void handle(Call call) throws Exception;
  }

  private record Route(String method, Pattern path, List<String> names, Handler handler) {}

  private static final Logger LOG = Logger.getLogger(Router.class.getName());
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final List<Route> routes = new ArrayList<>();
  private final Faults faults;

  Router(Faults faults) {
    this.faults = faults;
  }

  /**
   * Adds a route.
   *
   * @param path such as {@code /pay/{id}}; a variable matches one segment without slash or dot
   */
  Router on(String method, String path, Handler handler) {
    List<String> names = new ArrayList<>();
    VARIABLE.matcher(path).results().forEach(found -> names.add(found.group(1)));
    String pattern = VARIABLE.matcher(path.replace(".", "\\.")).replaceAll("([^/.]+)");
    routes.add(new Route(method, Pattern.compile(pattern), names, handler));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Call call = new Call(exchange, Map.of());
    try {
      Map<String, String> variables = new HashMap<>();
      Route route =
          find(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), variables);
      call = new Call(exchange, variables);
      meet(faults.next(exchange.getRequestURI().getPath()), call);
      route.handler().handle(call);
    } catch (Refused refused) {
      refuse(exchange, call, refused);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The simulator failed at " + exchange.getRequestURI(), e);
      if (exchange.getResponseCode() < 0) {
        refuse(exchange, call, new Refused(500, "simulator_failed", "The simulator failed."));
      }
    } finally {
      exchange.close();
    }
  }

  /** Lets a request meet a fault that a test asked for; null is none. */
  private static void meet(Faults.Fault fault, Call call) throws InterruptedException {
    if (fault == null) {
      return;
    }
    Thread.sleep(fault.delayMs());
    switch (fault.kind()) {
      case LIMIT -> {
        call.with("Retry-After", "1");
        throw new Refused(429, "rate_limit", "Too many requests.");
      }
      case REFUSE -> throw new Refused(503, "unavailable", "The service is not available.");
      default -> call.failAfterwards(fault.kind());
    }
  }

  private Route find(String method, String path, Map<String, String> variables) {
    boolean known = false;
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (matcher.matches()) {
        known = true;
        if (route.method().equals(method)) {
          for (int i = 0; i < route.names().size(); i++) {
            variables.put(route.names().get(i), matcher.group(i + 1));
          }
          return route;
        }
      }
    }
    throw known
        ? new Refused(405, "method_not_allowed", method + " is not possible here.")
        : new Refused(404, "not_found", "There is nothing at this address.");
  }

  private static void refuse(HttpExchange exchange, Call call, Refused refused) throws IOException {
    String accept = call.header("Accept");
    if (accept != null && accept.contains("text/html")) {
      String title = refused.status() == 404 ? "Not found" : "This did not work";
      Map<String, String> values = Map.of("title", title, "message", refused.getMessage());
      call.html(refused.status(), Template.fill("error.html", values));
      return;
    }
    var error =
        JsonText.object()
            .add("type", refused.status() < 500 ? "invalid_request_error" : "api_error")
            .add("code", refused.code())
            .add("message", refused.getMessage());
    call.json(refused.status(), JsonText.object().add("error", error).build());
  }
}
