package fan.encore.local.sim;

import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The mailbox as pages for people and as JSON for tests: GreenMail itself has no reader. */
final class MailPages {

  private static final String FRAME_POLICY =
      "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
          + "style-src 'unsafe-inline'; img-src * data:";

  private final Mailbox mailbox;
  private final Pages pages;

  MailPages(Mailbox mailbox, Pages pages) {
    this.mailbox = mailbox;
    this.pages = pages;
  }

  void routes(Router router) {
    router.on("GET", "/mail", this::mails);
    router.on("GET", "/mail.json", this::mailsAsJson);
    router.on("GET", "/mail/{id}", this::mail);
    router.on("GET", "/mail/{id}/html", this::mailHtml);
    router.on("GET", "/mail/{id}/source.eml", this::mailSource);
    router.on("GET", "/mail/{id}/attachments/{index}", this::attachment);
  }

  private void mails(Call call) throws IOException {
    String words = Pages.words(call);
    List<Mail> found = mailbox.mails().stream().filter(mail -> mail.contains(words)).toList();
    pages.list(call, "Mail", "/mail", "Address, subject or words", found, this::row);
  }

  private String row(Mail mail) {
    String snippet = mail.text() == null ? "" : mail.text().replaceAll("\\s+", " ").strip();
    String badges =
        (mail.copies() > 1 ? Pages.badge("warn", mail.copies() + " copies") : "")
            + (mail.attachments().isEmpty()
                ? ""
                : Pages.badge(
                    "file",
                    mail.attachments().size()
                        + (mail.attachments().size() == 1 ? " file" : " files")));
    return Template.fill(
        "row.html",
        Map.of(
            "href", "/mail/" + mail.id(),
            "initial", mail.to().substring(0, 1).toUpperCase(Locale.ROOT),
            "who", mail.to(),
            "title", mail.subject().isBlank() ? "(no subject)" : mail.subject(),
            "text", snippet.substring(0, Math.min(160, snippet.length())),
            "time", Pages.time(mail.receivedAt()),
            "badges", badges));
  }

  private void mail(Call call) throws IOException {
    Mail mail = mailbox.mail(call.path("id"));
    Map<String, String> values = new HashMap<>();
    values.put("id", String.valueOf(mail.id()));
    values.put("subject", mail.subject().isBlank() ? "(no subject)" : mail.subject());
    values.put("from", mail.from());
    values.put("to", mail.to());
    values.put("time", Pages.time(mail.receivedAt()));
    values.put("messageId", mail.messageId() == null ? "none" : mail.messageId());
    values.put("copies", mail.copies() > 1 ? Pages.badge("warn", mail.copies() + " copies") : "");
    values.put("files", files(mail));
    values.put("html", mail.html() == null ? "" : Template.fill("frame.html", values));
    values.put("text", mail.text() == null ? "(none)" : mail.text().strip());
    values.put("open", mail.html() == null ? "open" : "");
    pages.page(call, "Mail", mail.subject(), Template.fill("mail.html", values));
  }

  private static String files(Mail mail) {
    StringBuilder files = new StringBuilder();
    for (int i = 0; i < mail.attachments().size(); i++) {
      Mail.Attachment file = mail.attachments().get(i);
      files.append(
          Template.fill(
              "file.html",
              Map.of(
                  "href", "/mail/" + mail.id() + "/attachments/" + i,
                  "name", file.name(),
                  "about", file.contentType() + ", " + (file.bytes() + 1023) / 1024 + " KB")));
    }
    return files.isEmpty() ? "" : "<ul class=\"files\">" + files + "</ul>";
  }

  /** The mail as its sender made it: no script runs, and links open in a window of their own. */
  private void mailHtml(Call call) throws IOException {
    String html = mailbox.mail(call.path("id")).html();
    if (html == null) {
      throw new Refused(404, "not_found", "This mail has no HTML.");
    }
    String target = "<base target=\"_blank\">";
    String page = html.replaceFirst("(?i)<head[^>]*>", "$0" + target);
    call.with("Content-Security-Policy", FRAME_POLICY)
        .html(200, page.equals(html) ? target + html : page);
  }

  private void mailSource(Call call) throws IOException {
    call.bytes(200, "message/rfc822", mailbox.source(mailbox.mail(call.path("id"))));
  }

  private void attachment(Call call) throws IOException {
    MailParts.File file = mailbox.attachment(mailbox.mail(call.path("id")), call.path("index"));
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    call.with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .bytes(200, file.contentType(), file.content());
  }

  private void mailsAsJson(Call call) throws IOException {
    String to = call.query("to");
    JsonArrayBuilder found = JsonText.array();
    mailbox.mails().stream()
        .filter(mail -> to == null || to.isBlank() || mail.to().equalsIgnoreCase(to))
        .forEach(mail -> found.add(mail.document()));
    call.json(200, found.build());
  }
}
