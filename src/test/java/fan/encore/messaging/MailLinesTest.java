package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Letters share connections to a mail server, and survive that it hangs up. */
@Timeout(10)
class MailLinesTest {

  private final AtomicInteger calls = new AtomicInteger();
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private volatile boolean hangsUpAfterEach;
  private MailLines lines;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread switchboard = new Thread(this::answer, "switchboard");
    switchboard.setDaemon(true);
    switchboard.start();
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", Integer.toString(server.getLocalPort()));
    lines = new MailLines(Session.getInstance(settings));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void lettersThatFollowEachOtherShareAConnection() throws Exception {
    for (int n = 0; n < 3; n++) {
      lines.send(letter("fan" + n + "@encore.test"));
      assertEquals("fan" + n + "@encore.test", heard.take());
    }
    assertEquals(1, calls.get());
    lines.hangUp();
    assertEquals("QUIT", heard.take());
    lines.send(letter("later@encore.test"));
    assertEquals(2, calls.get());
  }

  @Test
  void aServerThatHungUpIsCalledAgain() throws Exception {
    hangsUpAfterEach = true;
    for (int n = 0; n < 3; n++) {
      lines.send(letter("fan" + n + "@encore.test"));
      assertEquals("fan" + n + "@encore.test", heard.take());
    }
    assertEquals(3, calls.get());
  }

  @Test
  void aRefusedAddressHarmsNoOtherLetter() throws Exception {
    lines.send(letter("fan@encore.test"));
    assertThrows(SendFailedException.class, () -> lines.send(letter("nobody@encore.test")));
    lines.send(letter("friend@encore.test"));
    assertEquals("fan@encore.test", heard.poll(1, TimeUnit.SECONDS));
  }

  private static Message letter(String to) throws MessagingException {
    MimeMessage letter = new MimeMessage((Session) null);
    letter.setFrom("encore@encore.test");
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    letter.setText("Hello");
    letter.saveChanges();
    return letter;
  }

  private void answer() {
    while (!server.isClosed()) {
      try (Socket call = server.accept()) {
        calls.incrementAndGet();
        talk(call);
      } catch (IOException e) {
        // the caller or the test is gone
      }
    }
  }

  private void talk(Socket call) throws IOException {
    say(call, "220 ready");
    BufferedReader words =
        new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
    String to = "";
    for (String word = words.readLine(); word != null; word = words.readLine()) {
      if (word.startsWith("RCPT")) {
        to = word.substring(word.indexOf('<') + 1, word.indexOf('>'));
        say(call, to.startsWith("nobody") ? "550 unknown" : "250 ok");
      } else if (word.equals("DATA")) {
        say(call, "354 go on");
      } else if (word.equals(".")) {
        say(call, "250 taken");
        heard.add(to);
        if (hangsUpAfterEach) {
          return;
        }
      } else if (word.equals("QUIT")) {
        heard.add(word);
        say(call, "221 bye");
        return;
      } else if (word.matches("(EHLO|MAIL|NOOP|RSET).*")) {
        say(call, "250 ok");
      }
    }
  }

  private static void say(Socket call, String words) throws IOException {
    call.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
