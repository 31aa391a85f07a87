package fan.encore.gacha;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * What a draw in the log says about claimed chances: before each slot the rules and the state claim
 * a chance for every tier, and then the slot is a hit or not. Neither seed nor engine is asked, so
 * that anybody can do the same with the log alone.
 */
final class Trials {

  private Trials() {}

  /**
   * Reads a call slot by slot. A call in which a shared prize might run out is left out, because
   * its substitute hides what was hit; that is known before the call, so leaving it out favours
   * nobody.
   *
   * @param leaf body of a leaf of kind {@code draw}
   * @throws DrawRefused if the rules did not allow the call
   */
  static void of(Rules rules, JsonObject leaf, SlotDraw.Claims claims) {
    int count = leaf.getInt("count");
    if (mayRunOut(leaf, count)) {
      return;
    }
    Memory memory = new Memory(State.of(leaf.getJsonObject("before")));
    Play play =
        new Play(count, leaf.getBoolean("free"), leaf.getJsonNumber("day").longValueExact());
    SlotDraw slots = Engine.slots(rules, memory, new Terms(rules, memory, play), play);
    List<Design.Entry> picks =
        leaf.getJsonArray("prizes").getValuesAs(JsonString::getString).stream()
            .map(rules::item)
            .toList();
    int heard = 0;
    for (int slot = 0; slot < count; slot++) {
      heard += slots.hear(slot == count - 1, picks.subList(heard, picks.size()), claims);
    }
  }

  private static boolean mayRunOut(JsonObject leaf, int count) {
    return leaf.containsKey("stock")
        && leaf.getJsonObject("stock").values().stream()
            .anyMatch(left -> ((JsonNumber) left).longValueExact() < count);
  }
}
