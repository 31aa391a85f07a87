package fan.encore.gacha;

import java.util.List;

/**
 * What a call gives.
 *
 * @param picks in the order of the slots; the last one of a box follows the copy it came with, so
 *     there may be more picks than draws
 * @param price diamonds
 * @param after the state to keep
 */
public record Outcome(List<Pick> picks, long price, State after) {

  public Outcome {
    picks = List.copyOf(picks);
  }

  /** The codes of the items in the order of the picks. */
  public List<String> items() {
    return picks.stream().map(Pick::item).toList();
  }
}
