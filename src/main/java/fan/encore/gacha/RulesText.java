package fan.encore.gacha;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.Canonical;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A design as canonical JSON and back. What is 0, false, empty or missing is left out; the names of
 * the keys are those of {@link Design}'s components, enums in lower case.
 */
final class RulesText {

  private RulesText() {}

  static String write(Design design) {
    JsonObjectBuilder object =
        JSON.createObjectBuilder()
            .add("engine", Engine.VERSION)
            .add("banner", design.banner())
            .add("group", design.group())
            .add("zone", design.zone())
            .add("tiers", array(design.tiers(), RulesText::tier))
            .add("items", array(design.items(), RulesText::item));
    list(object, "prices", design.prices(), RulesText::price);
    list(object, "pity", design.pity(), RulesText::track);
    list(object, "rateUps", design.rateUps(), RulesText::rateUp);
    text(object, "guarantee", design.guarantee());
    if (design.steps() != null) {
      object.add("steps", steps(design.steps()));
    }
    if (design.ceiling() != null) {
      object.add("ceiling", ceiling(design.ceiling()));
    }
    if (design.box() != null) {
      JsonObjectBuilder box = JSON.createObjectBuilder().add("reset", word(design.box().reset()));
      object.add("box", text(box, "lastOne", design.box().lastOne()));
    }
    if (!design.caps().equals(Design.Caps.NONE)) {
      JsonObjectBuilder caps = number(JSON.createObjectBuilder(), "daily", design.caps().daily());
      object.add("caps", number(caps, "total", design.caps().total()));
    }
    flag(object, "freeDaily", design.freeDaily());
    flag(object, "paidOnly", design.paidOnly());
    return Canonical.write(object.build());
  }

  private static JsonObjectBuilder tier(Design.Tier tier) {
    return number(JSON.createObjectBuilder().add("name", tier.name()), "weight", tier.weight());
  }

  private static JsonObjectBuilder item(Design.Entry item) {
    JsonObjectBuilder object =
        JSON.createObjectBuilder().add("code", item.code()).add("tier", item.tier());
    number(object, "weight", item.weight());
    flag(object, "featured", item.featured());
    number(object, "copies", item.copies());
    flag(object, "key", item.key());
    number(object, "stock", item.stock());
    return text(object, "substitute", item.substitute());
  }

  private static JsonObjectBuilder price(Design.Price price) {
    return JSON.createObjectBuilder().add("count", price.count()).add("price", price.price());
  }

  private static JsonObjectBuilder track(Design.Track track) {
    JsonObjectBuilder object = JSON.createObjectBuilder().add("tier", track.tier());
    flag(object, "featured", track.featured());
    number(object, "hard", track.hard());
    number(object, "after", track.after());
    number(object, "step", track.step());
    return object.add("carry", word(track.carry()));
  }

  private static JsonObjectBuilder rateUp(Design.RateUp rateUp) {
    return JSON.createObjectBuilder()
        .add("tier", rateUp.tier())
        .add("share", rateUp.share())
        .add("carry", word(rateUp.carry()));
  }

  private static JsonObjectBuilder steps(Design.Steps steps) {
    return JSON.createObjectBuilder()
        .add("then", word(steps.then()))
        .add("list", array(steps.list(), RulesText::step));
  }

  private static JsonObjectBuilder step(Design.Step step) {
    JsonObjectBuilder object =
        JSON.createObjectBuilder().add("count", step.count()).add("price", step.price());
    if (!step.weights().isEmpty()) {
      object.add("weights", JSON.createArrayBuilder(step.weights()));
    }
    return text(object, "guarantee", step.guarantee());
  }

  private static JsonObjectBuilder ceiling(Design.Ceiling ceiling) {
    return JSON.createObjectBuilder()
        .add("points", ceiling.points())
        .add("price", ceiling.price())
        .add("items", JSON.createArrayBuilder(ceiling.items()));
  }

  static Design read(String text) {
    JsonObject object = Canonical.read(text);
    if (!object.getString("engine", "").equals(Engine.VERSION)) {
      throw new IllegalArgumentException("Not rules of " + Engine.VERSION);
    }
    JsonObject caps = object.containsKey("caps") ? object.getJsonObject("caps") : null;
    return new Design(
        object.getString("banner"),
        object.getString("group"),
        object.getString("zone"),
        list(object, "tiers", o -> new Design.Tier(o.getString("name"), number(o, "weight"))),
        list(object, "items", RulesText::readItem),
        list(object, "prices", o -> new Design.Price(o.getInt("count"), number(o, "price"))),
        list(object, "pity", RulesText::readTrack),
        list(object, "rateUps", RulesText::readRateUp),
        object.getString("guarantee", null),
        object.containsKey("steps") ? readSteps(object.getJsonObject("steps")) : null,
        object.containsKey("ceiling") ? readCeiling(object.getJsonObject("ceiling")) : null,
        object.containsKey("box") ? readBox(object.getJsonObject("box")) : null,
        caps == null
            ? Design.Caps.NONE
            : new Design.Caps(number(caps, "daily"), number(caps, "total")),
        object.getBoolean("freeDaily", false),
        object.getBoolean("paidOnly", false));
  }

  private static Design.Entry readItem(JsonObject o) {
    return new Design.Entry(
        o.getString("code"),
        o.getString("tier"),
        number(o, "weight"),
        o.getBoolean("featured", false),
        number(o, "copies"),
        o.getBoolean("key", false),
        number(o, "stock"),
        o.getString("substitute", null));
  }

  private static Design.Track readTrack(JsonObject o) {
    return new Design.Track(
        o.getString("tier"),
        o.getBoolean("featured", false),
        number(o, "hard"),
        number(o, "after"),
        number(o, "step"),
        constant(Design.Carry.class, o, "carry"));
  }

  private static Design.RateUp readRateUp(JsonObject o) {
    return new Design.RateUp(
        o.getString("tier"), number(o, "share"), constant(Design.Carry.class, o, "carry"));
  }

  private static Design.Steps readSteps(JsonObject o) {
    return new Design.Steps(
        constant(Design.Then.class, o, "then"),
        list(
            o,
            "list",
            step ->
                new Design.Step(
                    step.getInt("count"),
                    number(step, "price"),
                    step.containsKey("weights")
                        ? step.getJsonArray("weights")
                            .getValuesAs(jakarta.json.JsonNumber::longValueExact)
                        : List.of(),
                    step.getString("guarantee", null))));
  }

  private static Design.Ceiling readCeiling(JsonObject o) {
    return new Design.Ceiling(
        number(o, "points"),
        number(o, "price"),
        o.getJsonArray("items").getValuesAs(JsonString::getString));
  }

  private static Design.Box readBox(JsonObject o) {
    return new Design.Box(constant(Design.Reset.class, o, "reset"), o.getString("lastOne", null));
  }

  private static <T> List<T> list(JsonObject object, String key, Function<JsonObject, T> reader) {
    JsonArray array =
        object.containsKey(key) ? object.getJsonArray(key) : JsonValue.EMPTY_JSON_ARRAY;
    return array.getValuesAs(JsonObject.class).stream().map(reader).toList();
  }

  private static long number(JsonObject object, String key) {
    return object.containsKey(key) ? object.getJsonNumber(key).longValueExact() : 0;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonObject object, String key) {
    return Enum.valueOf(type, object.getString(key).toUpperCase(Locale.ROOT));
  }

  private static <T> JsonArrayBuilder array(List<T> list, Function<T, JsonObjectBuilder> writer) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    list.forEach(one -> array.add(writer.apply(one)));
    return array;
  }

  private static <T> void list(
      JsonObjectBuilder object, String key, List<T> list, Function<T, JsonObjectBuilder> writer) {
    if (!list.isEmpty()) {
      object.add(key, array(list, writer));
    }
  }

  private static JsonObjectBuilder number(JsonObjectBuilder object, String key, long number) {
    return number == 0 ? object : object.add(key, number);
  }

  private static JsonObjectBuilder text(JsonObjectBuilder object, String key, String text) {
    return text == null ? object : object.add(key, text);
  }

  private static void flag(JsonObjectBuilder object, String key, boolean flag) {
    if (flag) {
      object.add(key, true);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
