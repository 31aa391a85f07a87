package fan.encore.local.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Mail over SMTP and SMS over Twilio's API, as Encore sends them and a person reads them. */
class SimulatorMessagesIT extends Simulated {

  private static final byte[] PDF = "%PDF-1.7 ticket".getBytes(StandardCharsets.US_ASCII);

  private void mail(String messageId, String... recipients) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(simulator.smtpPort()));
    MimeMessage message =
        new MimeMessage(Session.getInstance(properties)) {
          @Override
          protected void updateMessageID() throws jakarta.mail.MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    message.setFrom(new InternetAddress("hello@encore.fan", "Encore アンコール", "UTF-8"));
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject("Your tickets 🎫", "UTF-8");
    MimeMultipart texts = new MimeMultipart("alternative");
    texts.addBodyPart(part("Open http://encore.fan/t?a=1&b=2.", "text/plain; charset=utf-8"));
    texts.addBodyPart(
        part(
            "<html><head></head><body><a href=\"http://encore.fan/t?a=1&amp;b=2\">チケット</a></body>",
            "text/html; charset=utf-8"));
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(texts);
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new jakarta.activation.DataHandler(new ByteArrayDataSource(PDF, "application/pdf")));
    file.setFileName("tickets.pdf");
    message.setContent(new MimeMultipart("mixed", both, file));
    Transport.send(message);
  }

  private static MimeBodyPart part(String content, String type) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content, type);
    return part;
  }

  @Test
  void aMailIsReadWithBothAlternativesLinksAndAttachments() throws Exception {
    mail("<1@encore.fan>", "Aiko@example.jp");
    JsonObject mail = client.mails("aiko@example.jp").get(0);
    assertEquals("Your tickets 🎫", mail.getString("subject"));
    assertTrue(mail.getString("from").contains("Encore アンコール"), mail.getString("from"));
    assertTrue(mail.getString("html").contains("チケット"));
    assertEquals("[\"http://encore.fan/t?a=1&b=2\"]", mail.getJsonArray("links").toString());
    JsonObject file = mail.getJsonArray("attachments").getJsonObject(0);
    assertEquals("tickets.pdf", file.getString("name"));
    assertEquals("application/pdf", file.getString("contentType"));
    assertArrayEquals(PDF, client.attachment(file.getString("url")));
  }

  @Test
  void aRepeatedMessageIdIsCountedPerRecipientAndSurvivesARestart() throws Exception {
    mail("<1@encore.fan>", "a@example.jp", "b@example.jp");
    mail("<1@encore.fan>", "a@example.jp");
    mail("<2@encore.fan>", "a@example.jp");
    restart();
    List<JsonObject> mails = client.mails("a@example.jp");
    assertEquals(List.of(1, 2), mails.stream().map(mail -> mail.getInt("copies")).toList());
    assertEquals(1, client.mails("b@example.jp").get(0).getInt("copies"));
    mail("<2@encore.fan>", "a@example.jp");
    assertEquals(2, client.mails("a@example.jp").get(0).getInt("copies"));
  }

  @Test
  void theMailboxPagesShowAndFindMails() throws Exception {
    mail("<1@encore.fan>", "aiko@example.jp");
    mail("<1@encore.fan>", "aiko@example.jp");
    String list = get("/mail?q=TICKETS");
    assertTrue(list.contains("aiko@example.jp") && list.contains("2 copies"), list);
    assertTrue(get("/mail?q=nobody").contains("Nothing here yet"));
    String page = get("/mail/1");
    assertTrue(page.contains("sandbox=\"allow-same-origin allow-popups"), page);
    assertTrue(page.contains("tickets.pdf") && page.contains("&lt;1@encore.fan&gt;"), page);
    assertTrue(get("/mail/1/html").contains("<head><base target=\"_blank\">"));
    assertTrue(get("/mail/1/source.eml").contains("Message-ID: <1@encore.fan>"));
    assertTrue(get("/mail/9").contains("Not found"));
  }

  private String get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.url() + path))
            .header("Accept", "text/html")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> sms(String token, String to, String body) throws Exception {
    Settings local = Settings.local();
    String login = local.smsAccount() + ":" + token;
    String form = "From=%2B15005550006&To=" + encoded(to) + "&Body=" + encoded(body);
    String path = "/2010-04-01/Accounts/" + local.smsAccount() + "/Messages.json";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.url() + path))
            .header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void anSmsIsTakenAndShown() throws Exception {
    HttpResponse<String> answer = sms(Settings.local().smsToken(), "+819012345678", "席 A&B <12>");
    assertEquals(201, answer.statusCode());
    JsonObject message = JsonText.parse(answer.body());
    assertEquals("queued", message.getString("status"));
    assertTrue(message.getString("sid").matches("SM[0-9a-f]{32}"));
    assertTrue(message.isNull("error_code"));
    restart();
    assertEquals("席 A&B <12>", client.sms("+819012345678").get(0).getString("body"));
    assertTrue(get("/sms").contains("席 A&amp;B &lt;12&gt;"));
  }

  @Test
  void twilioRefusesWithItsOwnNumbers() throws Exception {
    String token = Settings.local().smsToken();
    assertRefused(401, 20003, sms("wrong", "+819012345678", "Hi"));
    assertRefused(400, 21211, sms(token, "+15005550001", "Hi"));
    assertRefused(400, 21211, sms(token, "090-1234", "Hi"));
    assertRefused(400, 21610, sms(token, "+15005550004", "Hi"));
    assertRefused(400, 21604, sms(token, "", "Hi"));
    assertRefused(400, 21602, sms(token, "+819012345678", ""));
    assertRefused(400, 21617, sms(token, "+819012345678", "x".repeat(1601)));
    assertTrue(client.sms("+15005550001").isEmpty());
  }

  private static void assertRefused(int status, int code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, JsonText.parse(answer.body()).getInt("code"));
  }
}
