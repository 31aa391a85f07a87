package fan.encore.messaging;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls to services outside, never inside a transaction. Follows no redirects. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Http() {}

  /**
   * Sends a request and waits for the whole answer, whatever its status.
   *
   * @param request with a time-out of its own
   * @throws IOException if there is no answer in time; also when this thread is interrupted, and
   *     then the thread stays interrupted
   */
  public static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException gone = new InterruptedIOException(request.uri().getPath());
      gone.initCause(e);
      throw gone;
    }
  }
}
