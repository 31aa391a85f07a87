package fan.encore.gacha;

import fan.encore.fairness.Canonical;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine remembers of a fan in a banner group: numbers by key, none of them 0 (what is
 * missing is 0). Immutable. The keys are listed at {@link Engine}.
 */
public final class State {

  /** A fan who never drew. */
  public static final State EMPTY = new State(new TreeMap<>());

  private final SortedMap<String, Long> numbers;

  private State(SortedMap<String, Long> numbers) {
    this.numbers = numbers;
  }

  /** Zeros are dropped. */
  public static State of(Map<String, Long> numbers) {
    SortedMap<String, Long> kept = new TreeMap<>(numbers);
    kept.values().removeIf(number -> number == 0);
    return new State(kept);
  }

  /** Reads what {@link #canonical()} wrote. */
  public static State parse(String text) {
    return of(Canonical.read(text));
  }

  /** The same when it was read as part of something else. */
  public static State of(JsonObject canonical) {
    SortedMap<String, Long> numbers = new TreeMap<>();
    canonical.forEach((key, value) -> numbers.put(key, ((JsonNumber) value).longValueExact()));
    numbers.values().removeIf(number -> number == 0);
    return new State(numbers);
  }

  /** The number under this key, 0 if there is none. */
  public long get(String key) {
    return numbers.getOrDefault(key, 0L);
  }

  /** All numbers that are not 0. */
  public SortedMap<String, Long> numbers() {
    return Collections.unmodifiableSortedMap(numbers);
  }

  /** A JSON object with sorted keys, such as {@code {"pity.SSR":12}}. */
  public String canonical() {
    StringBuilder text = new StringBuilder("{");
    numbers.forEach(
        (key, number) -> {
          Canonical.quote(text.append(text.length() == 1 ? "" : ","), key);
          text.append(':').append(number);
        });
    return text.append('}').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State state && numbers.equals(state.numbers);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode();
  }

  @Override
  public String toString() {
    return numbers.toString();
  }
}
