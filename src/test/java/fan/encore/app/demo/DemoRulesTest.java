package fan.encore.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.gacha.Analysis;
import fan.encore.gacha.Rules;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoRulesTest {

  @Test
  void everyMechanicIsShownByLawfulRules() {
    List<JsonObject> ruled =
        new DemoScript().part("banners").stream().filter(one -> one.containsKey("rules")).toList();
    assertTrue(ruled.size() >= 6);
    for (JsonObject banner : ruled) {
      Rules rules = new Rules(DemoRules.of(banner));
      assertEquals(banner.getString("code"), rules.design().banner());
    }
    Rules box =
        new Rules(
            DemoRules.of(
                ruled.stream()
                    .filter(one -> one.getString("code").equals("lantern-box"))
                    .findFirst()
                    .orElseThrow()));
    assertEquals(
        1, Analysis.of(box).items().stream().mapToDouble(Analysis.Line::base).sum(), 1e-12);
  }
}
