package fan.encore.gacha;

import fan.encore.shared.Lane;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/**
 * Where fans queue for their draws, in one lane on every node: a second one would only make the
 * transactions smaller, and what a transaction costs is shared by all draws in it. So on one node
 * nobody waits for locks of others who draw.
 */
@ApplicationScoped
public class DrawDesk {

  private static final int TOGETHER = 64;

  /**
   * A moment's work: who comes later is told to come again, instead of waiting long. With those who
   * are served it is fewer than the server has threads, so that other pages stay usable.
   */
  private static final int WAITING = 96;

  private static final long PATIENCE_MILLIS = 10_000;

  @Inject private DrawBatch batch;
  private Lane<DrawWish, DrawAnswer> lane;

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
    lane = new Lane<>(TOGETHER, WAITING, work, DeskOverrun::new);
  }

  /**
   * Waits for its turn and for the commit.
   *
   * @throws DeskOverrun if too many wait
   */
  public DrawAnswer ask(DrawWish wish) {
    return lane.ask(wish.accountId(), wish.banner().group(), wish, PATIENCE_MILLIS);
  }
}
