package fan.encore.storage.web;

import fan.encore.storage.PublicFiles;
import fan.encore.storage.StoredFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Serves {@code /media/{key}} for public files. Pictures are shown, anything else is downloaded;
 * nothing that is served here may run a script, load another resource or be taken for another type.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

  private static final String CACHE_FOR_EVER = "public, max-age=31536000, immutable";
  private static final String CACHE_FOR_AN_HOUR = "public, max-age=3600";

  @Inject private transient PublicFiles files;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    String key = path == null || path.isEmpty() ? "" : path.substring(1);
    String known = request.getHeader("If-None-Match");
    if (known != null) {
      Optional<String> hash = files.sha256(key);
      if (hash.isPresent() && known.contains(hash.get())) {
        cache(response, key, hash.get());
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    Optional<StoredFile> file = files.get(key);
    if (file.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(response, file.get());
  }

  private static void send(HttpServletResponse response, StoredFile file) throws IOException {
    cache(response, file.key(), file.sha256());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (!file.contentType().startsWith("image/")) {
      response.setHeader("Content-Disposition", "attachment");
    }
    response.setContentType(file.contentType());
    response.setContentLength(file.bytes().length);
    response.getOutputStream().write(file.bytes());
  }

  private static void cache(HttpServletResponse response, String key, String sha256) {
    response.setHeader("ETag", '"' + sha256 + '"');
    response.setHeader(
        "Cache-Control",
        PublicFiles.unchangeable(key, sha256) ? CACHE_FOR_EVER : CACHE_FOR_AN_HOUR);
  }
}
