package fan.encore.storage;

import java.net.URI;
import java.time.Duration;

/**
 * Where files are that only some people may have: they get them by links that end soon. In our own
 * database, or at a provider that speaks S3, as the settings say.
 */
public interface FileShelf {

  /**
   * Keeps a file, in place of an earlier one with this key. May call the network: never inside a
   * transaction.
   *
   * @param key path-like, never beginning with {@code public/}
   */
  void put(String key, String contentType, byte[] bytes);

  /**
   * An address that gives the file to whoever has it, until its life is over. Check who asks
   * before; make one for each click and keep it nowhere.
   *
   * @param fileName what the file is called where it arrives
   */
  URI link(String key, String fileName, Duration life);
}
