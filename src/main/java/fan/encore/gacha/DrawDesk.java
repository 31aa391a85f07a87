package fan.encore.gacha;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Where fans queue for their draws, in a few lanes. A fan always comes to the same lane, so on one
 * node she never waits for her own locks.
 */
@ApplicationScoped
public class DrawDesk {

  /** Two commits at a time keep the database busy; more make smaller transactions. */
  private static final int LANES = 2;

  private static final int TOGETHER = 64;

  /** Together a moment's work: who comes later is told to come again, instead of waiting long. */
  private static final int WAITING = 256;

  private static final long PATIENCE_MILLIS = 10_000;

  @Inject private DrawBatch batch;
  private List<DrawLane<DrawWish, DrawAnswer>> lanes;

  /** For the container. */
  public DrawDesk() {}

  /** Outside the server. */
  public DrawDesk(Function<List<DrawWish>, List<DrawAnswer>> work) {
    open(work);
  }

  @PostConstruct
  void open() {
    open(batch::make);
  }

  private void open(Function<List<DrawWish>, List<DrawAnswer>> work) {
    lanes =
        IntStream.range(0, LANES).mapToObj(i -> new DrawLane<>(TOGETHER, WAITING, work)).toList();
  }

  /**
   * Waits for its turn and for the commit.
   *
   * @throws DeskOverrun if too many wait
   */
  public DrawAnswer ask(DrawWish wish) {
    int lane = (int) Math.floorMod(wish.accountId(), (long) LANES);
    return lanes.get(lane).ask(wish.accountId(), wish.banner().group(), wish, PATIENCE_MILLIS);
  }
}
