package fan.encore.fairness.web;

import fan.encore.fairness.Leaf;
import fan.encore.fairness.Transparency;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /fairness/log}: leaves in their order, the newest page first. */
@Named
@RequestScoped
public class LogPage {

  private static final int ROWS = 50;
  private static final int SHOWN = 120;

  @Inject private Transparency log;

  private String asked;
  private long from;
  private long size;
  private List<Leaf> leaves;

  public void load() {
    size = log.size();
    long last = Math.max(0, size - 1) / ROWS * ROWS;
    from = asked != null && asked.matches("[0-9]{1,15}") ? Long.parseLong(asked) : last;
    from = Math.min(from, last);
    leaves = log.leaves(from, ROWS);
  }

  public List<Leaf> getLeaves() {
    return leaves;
  }

  /** The beginning of a body, as much as a row has room for. */
  public String start(Leaf leaf) {
    String body = leaf.body();
    return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "\u2026";
  }

  /** How many leaves there are. */
  public long getSize() {
    return size;
  }

  /**
   * Place of the first leaf as the address has it; anything else than a number is the last page.
   */
  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  /** Where the page before starts, or null. */
  public Long getEarlier() {
    return from == 0 ? null : Long.valueOf(Math.max(0, from - ROWS));
  }

  /** Where the page after starts, or null. */
  public Long getLater() {
    return from + ROWS < size ? Long.valueOf(from + ROWS) : null;
  }
}
