package fan.encore.gacha;

import java.util.List;
import java.util.Set;

/**
 * What a law says about a banner.
 *
 * @param markets codes of the markets that it concerns
 * @param result whether it holds
 * @param facts numbers of the message
 */
public record LawCheck(Law law, Set<String> markets, Result result, List<Object> facts) {

  /** Whether a rule holds. */
  public enum Result {
    PASSED,
    /** It does not hold, and another way of the same rule makes up for it. */
    NOTED,
    /** It keeps the banner from the markets concerned. */
    FAILED
  }

  public LawCheck {
    markets = Set.copyOf(markets);
    facts = List.copyOf(facts);
  }
}
