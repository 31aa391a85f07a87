package fan.encore.gacha.web;

import fan.encore.gacha.Banner;
import fan.encore.gacha.Chain;
import fan.encore.gacha.Chains;
import fan.encore.gacha.Standing;
import fan.encore.gacha.State;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** A signed-in fan's own counters, points, step and box. */
@Named
@RequestScoped
public class StandingPage {

  @Inject private Chains chains;
  @Inject private Caller caller;

  /** Where the caller stands with a banner, in sentences; empty for others than fans. */
  public List<String> words(Banner banner) {
    if (!caller.signedIn() || !caller.is("FAN")) {
      return List.of();
    }
    State state =
        chains.of(caller.id()).stream()
            .filter(chain -> chain.group().equals(banner.group()))
            .findFirst()
            .map(Chain::state)
            .map(State::parse)
            .orElse(State.EMPTY);
    return words(banner, Standing.of(banner.rules(), state));
  }

  private List<String> words(Banner banner, Standing standing) {
    List<String> words = new ArrayList<>();
    for (Standing.Counter counter : standing.counters()) {
      String key = counter.featured() ? "odds.mine.counter_featured" : "odds.mine.counter";
      words.add(say(key, counter.tier(), counter.misses(), counter.left()));
    }
    standing.promised().forEach(tier -> words.add(say("odds.mine.promised", tier)));
    if (banner.rules().design().ceiling() != null) {
      words.add(say("odds.mine.points", standing.points()));
    }
    if (banner.rules().design().steps() != null) {
      words.add(say("odds.mine.step", standing.step() + 1));
    }
    standing
        .box()
        .forEach((item, left) -> words.add(say("odds.mine.box", banner.item(item).name(), left)));
    return words;
  }

  private String say(String key, Object... arguments) {
    return Texts.get(caller.locale(), key, arguments);
  }
}
