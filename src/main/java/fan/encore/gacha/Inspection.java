package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import fan.encore.shop.DiamondPacks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Tells what a draft would be: problems, rules, analysis and what the laws say of it. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class Inspection {

  @Inject private Sql sql;
  @Inject private Markets markets;
  @Inject private DiamondPacks packs;

  /** For the container. */
  public Inspection() {}

  /** Outside the server. */
  public Inspection(Sql sql, Markets markets, DiamondPacks packs) {
    this.sql = sql;
    this.markets = markets;
    this.packs = packs;
  }

  /** Looks at a draft without changing anything. */
  public BannerPreview of(BannerDraft draft) {
    List<Problem> problems = new ArrayList<>(RulesCheck.problems(draft.design()));
    names(draft, problems);
    times(draft, problems);
    if (!problems.isEmpty()) {
      return new BannerPreview(Optional.empty(), problems, List.of(), Set.of());
    }
    Rules rules = new Rules(draft.design());
    List<LawCheck> checks = Laws.check(rules, markets.list(), facts(draft));
    return new BannerPreview(Optional.of(rules), List.of(), checks, Laws.closed(checks));
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

  private LawFacts facts(BannerDraft draft) {
    Set<String> shown = new HashSet<>();
    draft.items().forEach(item -> shown.add(item.code()));
    Set<String> rewarded =
        new HashSet<>(
            sql.list(
                "select i.code from encore.reward_condition c join encore.item i on i.id = c.item_id"
                    + " where (select count(*) from encore.reward_condition o"
                    + " where o.reward_id = c.reward_id) > 1",
                row -> row.getString(1)));
    OptionalDouble yen =
        packs.onSale().stream()
            .mapToDouble(pack -> (double) pack.price().minor() / pack.diamonds())
            .max();
    return new LawFacts(shown, rewarded, yen, true);
  }
}
