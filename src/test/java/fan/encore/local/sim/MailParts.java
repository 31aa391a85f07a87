package fan.encore.local.sim;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes a MIME message apart: its two alternatives and its files. */
final class MailParts {

  /** A file in a mail with its content. */
  record File(String name, String contentType, byte[] content) {}

  String text;
  String html;
  final List<File> files = new ArrayList<>();

  static MailParts of(Part message) throws MessagingException, IOException {
    MailParts parts = new MailParts();
    parts.take(message);
    return parts;
  }

  private void take(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      Multipart multipart = (Multipart) part.getContent();
      for (int i = 0; i < multipart.getCount(); i++) {
        BodyPart child = multipart.getBodyPart(i);
        take(child);
      }
    } else if (part.getFileName() == null && part.isMimeType("text/plain") && text == null) {
      text = part.getContent().toString();
    } else if (part.getFileName() == null && part.isMimeType("text/html") && html == null) {
      html = part.getContent().toString();
    } else {
      String name =
          part.getFileName() == null ? "part" : MimeUtility.decodeText(part.getFileName());
      String type = part.getContentType().replaceFirst(";(?s).*", "").trim().toLowerCase();
      files.add(new File(name, type, part.getInputStream().readAllBytes()));
    }
  }
}
