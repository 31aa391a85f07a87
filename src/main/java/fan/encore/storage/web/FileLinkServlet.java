package fan.encore.storage.web;

import fan.encore.storage.Shelves;
import fan.encore.storage.StoredFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Gives {@code /files/{key}?name&until&signature} to whoever has a link that is still alive, always
 * as a download, and never to a cache.
 */
@WebServlet("/files/*")
public class FileLinkServlet extends HttpServlet {

  @Inject private transient Shelves shelves;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    Optional<StoredFile> file = file(request);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String name =
        URLEncoder.encode(request.getParameter("name"), StandardCharsets.UTF_8).replace("+", "%20");
    response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setContentType(file.get().contentType());
    response.setContentLength(file.get().bytes().length);
    response.getOutputStream().write(file.get().bytes());
  }

  private Optional<StoredFile> file(HttpServletRequest request) {
    String path = request.getPathInfo();
    String name = request.getParameter("name");
    String until = request.getParameter("until");
    String signature = request.getParameter("signature");
    if (path == null
        || name == null
        || signature == null
        || until == null
        || !until.matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    return shelves.open(path.substring(1), name, Long.parseLong(until), signature);
  }
}
