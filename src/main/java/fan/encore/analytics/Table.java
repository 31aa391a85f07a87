package fan.encore.analytics;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A table that goes out row by row. Values are texts, whole numbers, {@link
 * fan.encore.shared.Money}, instants and dates; null stays empty.
 */
interface Table extends Closeable {

  /** The names of the columns, once and first. */
  void heads(List<String> names) throws IOException;

  void row(List<Object> values) throws IOException;

  /** Sends what is left; the stream stays open. */
  @Override
  void close() throws IOException;
}
