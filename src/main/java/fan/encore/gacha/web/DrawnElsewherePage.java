package fan.encore.gacha.web;

import fan.encore.gacha.DrawHistory;
import fan.encore.gacha.DrawReceipt;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Draws of the fan that were made on another device while this page was open. */
@Named
@ViewScoped
public class DrawnElsewherePage implements Serializable {

  /** What is older is found in the history. */
  private static final int MOST = 3;

  @Inject private DrawHistory history;
  @Inject private Caller caller;

  private final List<String> codes = new ArrayList<>();
  private transient List<DrawReceipt> receipts;
  private String latest;

  /** The last draw that the page knows when it is made, or the empty text. */
  public String getLatest() {
    if (latest == null) {
      latest = history.latest(caller.id()).orElse("");
    }
    return latest;
  }

  /** A draw of hers became known; its receipt tells what it brought. */
  public void told(String code) {
    history.byCode(caller.id(), code);
    codes.remove(code);
    codes.add(0, code);
    while (codes.size() > MOST) {
      codes.remove(MOST);
    }
    receipts = null;
  }

  /** The latest first. */
  public List<DrawReceipt> getReceipts() {
    if (receipts == null) {
      receipts = codes.stream().map(code -> history.byCode(caller.id(), code)).toList();
    }
    return receipts;
  }
}
