package fan.encore.gacha;

import fan.encore.account.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a draft would be: problems, rules, analysis and what the laws say of it. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class Inspection {

  @Inject private LawBook laws;

  /** For the container. */
  public Inspection() {}

  /** Outside the server. */
  public Inspection(LawBook laws) {
    this.laws = laws;
  }

  /** Looks at a draft without changing anything. */
  public BannerPreview of(BannerDraft draft) {
    List<Problem> problems = new ArrayList<>(RulesCheck.problems(draft.design()));
    names(draft, problems);
    times(draft, problems);
    if (!problems.isEmpty()) {
      return new BannerPreview(Optional.empty(), problems, List.of(), Set.of(), false);
    }
    Rules rules = new Rules(draft.design());
    Set<String> shown = draft.items().stream().map(DraftItem::code).collect(Collectors.toSet());
    List<LawCheck> checks = laws.check(rules, shown);
    Set<String> closed = Laws.closed(checks);
    return new BannerPreview(
        Optional.of(rules), List.of(), checks, closed, laws.everywhere(closed));
  }

  private void names(BannerDraft draft, List<Problem> problems) {
    for (int i = 0; i < draft.items().size(); i++) {
      DraftItem item = draft.items().get(i);
      if (item.name() == null || item.name().isBlank() || item.rarity() == null) {
        problems.add(new Problem("items[" + i + "].name", "gacha.rules.item_name", List.of()));
      }
    }
  }

  private static void times(BannerDraft draft, List<Problem> problems) {
    if (draft.opensAt() == null
        || draft.closesAt() == null
        || !draft.closesAt().isAfter(draft.opensAt())) {
      problems.add(new Problem("closesAt", "gacha.rules.times", List.of()));
    }
  }
}
