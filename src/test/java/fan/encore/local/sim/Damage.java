package fan.encore.local.sim;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A fault in a settlement file that a reconciliation must find. */
public enum Damage {
  /** A charge is not in the file. */
  MISSING,
  /** The file holds a charge that nobody made. */
  EXTRA,
  /** The gross of a charge is one minor unit too high. */
  AMOUNT,
  /** A charge is in another currency. */
  CURRENCY,
  /** The fee of a charge is one minor unit too high. */
  FEE;

  /** The word in requests, such as {@code missing}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Set<Damage> of(Collection<String> words) {
    Set<Damage> damages = EnumSet.noneOf(Damage.class);
    for (String word : words) {
      damages.add(
          Arrays.stream(values())
              .filter(damage -> damage.word().equals(word.trim()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Refused(
                          400,
                          "parameter_invalid",
                          "Damage is "
                              + Arrays.stream(values())
                                  .map(Damage::word)
                                  .collect(Collectors.joining(", "))
                              + ".")));
    }
    return damages;
  }
}
