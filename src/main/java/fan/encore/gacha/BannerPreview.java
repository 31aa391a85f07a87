package fan.encore.gacha;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a draft would be once it is published.
 *
 * @param rules as fans would see them; empty while there are problems
 * @param problems what keeps it from being published, with their fields
 * @param checks what the laws say of it; empty while there are problems
 * @param closedMarkets codes of the markets in which it could not be offered
 * @param forbidden whether these are all, so that it cannot be published
 */
public record BannerPreview(
    Optional<Rules> rules,
    List<Problem> problems,
    List<LawCheck> checks,
    Set<String> closedMarkets,
    boolean forbidden) {

  public BannerPreview {
    problems = List.copyOf(problems);
    checks = List.copyOf(checks);
    closedMarkets = Set.copyOf(closedMarkets);
  }
}
