package fan.encore.gacha;

import java.util.List;

/**
 * Something that keeps a banner's rules from being published.
 *
 * @param field where it is, such as {@code items[2].weight}
 * @param code message key
 * @param arguments of the message's placeholders
 */
public record Problem(String field, String code, List<Object> arguments) {
  public Problem {
    arguments = List.copyOf(arguments);
  }
}
