package fan.encore.storage;

import fan.encore.shared.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the shelf: a bucket where one is configured, else our own database. */
@ApplicationScoped
public class Shelves {

  @Inject private Storage storage;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_S3_BUCKET")
  private Optional<String> bucket;

  @Inject
  @ConfigProperty(name = "ENCORE_S3_ENDPOINT")
  private Optional<String> endpoint;

  @Inject
  @ConfigProperty(name = "ENCORE_S3_REGION", defaultValue = "us-east-1")
  private String region;

  @Inject
  @ConfigProperty(name = "ENCORE_S3_ACCESS_KEY")
  private Optional<String> accessKey;

  @Inject
  @ConfigProperty(name = "ENCORE_S3_SECRET_KEY")
  private Optional<String> secretKey;

  private LocalShelf local;

  @PostConstruct
  void prepare() {
    local = new LocalShelf(storage, sql, clock);
  }

  /** The shelf that new files are put on. */
  @Produces
  @ApplicationScoped
  public FileShelf shelf() {
    if (bucket.isEmpty()) {
      return local;
    }
    S3Signature signature =
        new S3Signature(accessKey.orElseThrow(), secretKey.orElseThrow(), region);
    return new S3Shelf(address(bucket.get(), endpoint, region), signature, clock);
  }

  /** A file by a link of our own, or empty when the link is not ours or too old. */
  public Optional<StoredFile> open(String key, String fileName, long until, String signature) {
    return local.open(key, fileName, until, signature);
  }

  /** Amazon wants the bucket in the host's name, others in the path. */
  static URI address(String bucket, Optional<String> endpoint, String region) {
    return endpoint
        .map(other -> URI.create(other.replaceAll("/+$", "") + "/" + bucket + "/"))
        .orElse(URI.create("https://" + bucket + ".s3." + region + ".amazonaws.com/"));
  }
}
