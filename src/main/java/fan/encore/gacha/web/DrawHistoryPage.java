package fan.encore.gacha.web;

import fan.encore.gacha.DrawHistory;
import fan.encore.gacha.DrawRow;
import fan.encore.security.web.Caller;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A fan's draws, the latest first. */
@Named
@RequestScoped
public class DrawHistoryPage {

  private static final int SIZE = 20;

  @Inject private DrawHistory history;
  @Inject private Caller caller;

  private int page;
  private Slice<DrawRow> draws;

  public void load() {
    draws = history.of(caller.id(), ListQuery.page(page, SIZE));
  }

  public List<DrawRow> getRows() {
    return draws.rows();
  }

  public boolean isMore() {
    return (page + 1L) * SIZE < draws.total();
  }

  /** From 0. */
  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
