package fan.encore.finance.batch;

import fan.encore.finance.FileLine;
import fan.encore.finance.SettlementFiles;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Line after line of the files that are not in the database yet, oldest file first. */
@Named
@Dependent
public class LineReader extends AbstractItemReader {

  /** The file and line that were read last. */
  private record Place(long fileId, int line) implements Serializable {}

  @Inject private CurrentRun run;
  @Inject private SettlementFiles files;

  private Deque<Long> left;
  private final Deque<FileLine> lines = new ArrayDeque<>();
  private Place place;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    place = (Place) checkpoint;
    left = new ArrayDeque<>(run.work(0, files::unread));
  }

  @Override
  public Object readItem() throws Exception {
    while (lines.isEmpty() && !left.isEmpty()) {
      lines.addAll(notYet(left.removeFirst()));
    }
    FileLine next = lines.pollFirst();
    if (next != null) {
      place = new Place(next.fileId(), next.line());
    }
    return next;
  }

  private List<FileLine> notYet(long file) throws Exception {
    List<FileLine> all = new ArrayList<>(run.work(0, () -> files.read(file)));
    if (place != null && place.fileId() == file) {
      int seen = place.line();
      all.removeIf(line -> line.line() <= seen);
    }
    return all;
  }

  @Override
  public Serializable checkpointInfo() {
    return place;
  }
}
