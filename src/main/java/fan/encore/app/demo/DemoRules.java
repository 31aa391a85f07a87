package fan.encore.app.demo;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.Canonical;
import fan.encore.gacha.Design;
import fan.encore.gacha.Engine;
import fan.encore.gacha.Rules;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The rules of a demonstration banner, from the parts that the script tells. */
final class DemoRules {

  private DemoRules() {}

  static Design of(JsonObject banner) {
    JsonArrayBuilder items = JSON.createArrayBuilder();
    for (JsonObject prize : banner.getJsonArray("prizes").getValuesAs(JsonObject.class)) {
      JsonObjectBuilder item = JSON.createObjectBuilder(prize.getJsonObject("rule"));
      items.add(item.add("code", prize.getString("code")).add("tier", prize.getString("rarity")));
    }
    String code = banner.getString("code");
    JsonObject rules =
        JSON.createObjectBuilder(banner.getJsonObject("rules"))
            .add("engine", Engine.VERSION)
            .add("banner", code)
            .add("group", banner.getString("group", code))
            .add("zone", "Asia/Tokyo")
            .add("items", items)
            .build();
    return Rules.parse(Canonical.write(rules)).design();
  }
}
