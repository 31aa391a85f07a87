package fan.encore.local.sim;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * An append-only file of JSON lines. A line is on the disk when {@link #force} returns; lines
 * written by several threads meanwhile share one fsync. A line torn by a crash is cut off at the
 * next start: nobody was told that it happened.
 */
final class Journal implements AutoCloseable {

  private final FileChannel channel;
  private final Object disk = new Object();
  private volatile long written;
  private volatile long forced;

  /** Opens or creates the file and hands every complete line to {@code replay}, oldest first. */
  Journal(Path file, Consumer<JsonObject> replay) {
    try {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.position(replay(Files.readAllBytes(file), replay));
      channel.truncate(channel.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int replay(byte[] bytes, Consumer<JsonObject> replay) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        replay.accept(JsonText.parse(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
        start = i + 1;
      }
    }
    return start;
  }

  /** Writes a line in the order of the calls and returns the ticket to wait for it. */
  synchronized long write(JsonObject line) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return ++written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when the line with this ticket is on the disk. */
  void force(long ticket) {
    synchronized (disk) {
      if (forced >= ticket) {
        return;
      }
      long reached = written;
      try {
        channel.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      forced = reached;
    }
  }

  void append(JsonObject line) {
    force(write(line));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
