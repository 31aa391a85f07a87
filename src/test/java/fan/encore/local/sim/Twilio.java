package fan.encore.local.sim;

import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Twilio's message API (https://www.twilio.com/docs/messaging/api/message-resource), with the magic
 * numbers of its test credentials (https://www.twilio.com/docs/iam/test-credentials). Like the real
 * one it has no idempotency key: what is sent twice arrives twice.
 */
final class Twilio implements AutoCloseable {

  private record Problem(int status, int code, String message) {}

  private static final int LONGEST_BODY = 1600;
  private static final Map<String, Problem> MAGIC_TO =
      Map.of(
          "+15005550001", new Problem(400, 21211, "The 'To' number is not a valid phone number."),
          "+15005550002", new Problem(400, 21612, "The 'To' number cannot be reached."),
          "+15005550003", new Problem(400, 21408, "SMS to this region is not enabled."),
          "+15005550004", new Problem(400, 21610, "The recipient has unsubscribed."),
          "+15005550009", new Problem(400, 21614, "The 'To' number is not a mobile number."));

  private final List<TextMessage> messages = new CopyOnWriteArrayList<>();
  private final Journal journal;
  private final Settings settings;
  private final Clock clock;

  Twilio(Path directory, Settings settings) {
    this.settings = settings;
    this.clock = settings.clock();
    journal =
        new Journal(directory.resolve("sms.jsonl"), line -> messages.add(TextMessage.of(line)));
  }

  void routes(Router router) {
    router.on("POST", "/2010-04-01/Accounts/{account}/Messages.json", this::send);
    router.on("GET", "/2010-04-01/Accounts/{account}/Messages.json", this::list);
  }

  /** All messages to a number, or all when it is null; newest first. */
  List<TextMessage> messages(String to) {
    List<TextMessage> found =
        messages.stream().filter(sms -> to == null || sms.to().equals(to)).toList();
    return Pages.reversed(found);
  }

  private void send(Call call) throws IOException {
    if (refusedCaller(call)) {
      return;
    }
    Map<String, String> form = call.form();
    Problem problem = problem(form);
    if (problem != null) {
      answer(call, problem);
      return;
    }
    TextMessage message =
        new TextMessage(
            "SM" + UUID.randomUUID().toString().replace("-", ""),
            form.get("From"),
            form.get("To"),
            form.get("Body"),
            clock.instant());
    journal.append(message.document().build());
    messages.add(message);
    call.json(201, message.resource(call.path("account")).build());
  }

  /** Lets a sender look for a message before it sends it again. */
  private void list(Call call) throws IOException {
    if (refusedCaller(call)) {
      return;
    }
    JsonArrayBuilder found = JsonText.array();
    messages(call.query("To")).forEach(sms -> found.add(sms.resource(call.path("account"))));
    call.json(200, JsonText.object().add("messages", found).build());
  }

  private boolean refusedCaller(Call call) throws IOException {
    String pair = settings.smsAccount() + ":" + settings.smsToken();
    String wanted =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    boolean known =
        wanted.equals(call.header("Authorization"))
            && settings.smsAccount().equals(call.path("account"));
    if (!known) {
      answer(call, new Problem(401, 20003, "Authenticate"));
    }
    return !known;
  }

  private static Problem problem(Map<String, String> form) {
    String to = form.getOrDefault("To", "");
    String body = form.getOrDefault("Body", "");
    if (to.isBlank()) {
      return new Problem(400, 21604, "A 'To' phone number is required.");
    }
    if (form.getOrDefault("From", "").isBlank()) {
      return new Problem(400, 21603, "A 'From' phone number is required.");
    }
    if (body.isBlank()) {
      return new Problem(400, 21602, "Message body is required.");
    }
    if (form.get("From").equals("+15005550001")) {
      return new Problem(400, 21212, "The 'From' number is not a valid phone number.");
    }
    if (!to.matches("\\+[1-9]\\d{6,14}")) {
      return new Problem(400, 21211, "Invalid 'To' Phone Number: " + to);
    }
    if (body.length() > LONGEST_BODY) {
      return new Problem(400, 21617, "The message body exceeds the 1600 character limit.");
    }
    return MAGIC_TO.get(to);
  }

  private static void answer(Call call, Problem problem) throws IOException {
    var error =
        JsonText.object()
            .add("code", problem.code)
            .add("message", problem.message)
            .add("more_info", "https://www.twilio.com/docs/errors/" + problem.code)
            .add("status", problem.status);
    call.json(problem.status, error.build());
  }

  @Override
  public void close() {
    journal.close();
  }
}
