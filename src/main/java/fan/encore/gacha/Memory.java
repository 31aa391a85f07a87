package fan.encore.gacha;

import java.util.HashMap;
import java.util.Map;

/** A state while the engine works on it. */
final class Memory {

  private final Map<String, Long> numbers;

  Memory(State before) {
    this.numbers = new HashMap<>(before.numbers());
  }

  long get(String key) {
    return numbers.getOrDefault(key, 0L);
  }

  void set(String key, long number) {
    if (number == 0) {
      numbers.remove(key);
    } else {
      numbers.put(key, number);
    }
  }

  void add(String key, long number) {
    set(key, get(key) + number);
  }

  State state() {
    return State.of(numbers);
  }
}
