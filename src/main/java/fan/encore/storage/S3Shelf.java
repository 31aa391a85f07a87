package fan.encore.storage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Files in a bucket of a provider that speaks S3; links lead to it directly. */
final class S3Shelf implements FileShelf {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration UPLOAD_LIFE = Duration.ofMinutes(5);

  private final URI bucket;
  private final S3Signature signature;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param bucket the bucket's address, ending in a slash
   */
  S3Shelf(URI bucket, S3Signature signature, Clock clock) {
    this.bucket = bucket;
    this.signature = signature;
    this.clock = clock;
  }

  @Override
  public void put(String key, String contentType, byte[] bytes) {
    URI address = signature.sign("PUT", object(key), Map.of(), clock.instant(), UPLOAD_LIFE);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", contentType)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new ShelfUnavailable();
      }
    } catch (IOException e) {
      throw new ShelfUnavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShelfUnavailable();
    }
  }

  @Override
  public URI link(String key, String fileName, Duration life) {
    String disposition = "attachment; filename*=UTF-8''" + S3Signature.encode(fileName);
    return signature.sign(
        "GET",
        object(key),
        Map.of("response-content-disposition", disposition),
        clock.instant(),
        life);
  }

  private URI object(String key) {
    return bucket.resolve(
        Arrays.stream(key.split("/")).map(S3Signature::encode).collect(Collectors.joining("/")));
  }
}
