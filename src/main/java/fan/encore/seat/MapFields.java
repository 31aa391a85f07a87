package fan.encore.seat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object of a map's JSON whose refusals tell where they are: {@code blocks[2].curve}. */
final class MapFields {

  private final String path;
  private final JsonObject object;

  MapFields(String path, JsonObject object) {
    this.path = path;
    this.object = object;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private boolean lacks(String name) {
    return !object.containsKey(name) || object.get(name) == JsonValue.NULL;
  }

  double number(String name, double least, double most, Double otherwise) {
    if (lacks(name)) {
      return otherwise(name, otherwise);
    }
    if (object.get(name) instanceof JsonNumber number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    throw new SeatMapRefused("seat.map_number", at(name), least, most);
  }

  int whole(String name, int least, int most, Integer otherwise) {
    if (lacks(name)) {
      return otherwise(name, otherwise);
    }
    return whole(at(name), object.get(name), least, most);
  }

  private static int whole(String at, JsonValue value, int least, int most) {
    if (value instanceof JsonNumber number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.intValue();
    }
    throw new SeatMapRefused("seat.map_number", at, least, most);
  }

  List<Integer> wholes(String name, int least, int most, int mostEntries) {
    List<Integer> numbers = new ArrayList<>();
    JsonArray array = array(name, mostEntries);
    for (int index = 0; index < array.size(); index++) {
      numbers.add(whole(at(name) + "[" + index + "]", array.get(index), least, most));
    }
    return numbers;
  }

  /**
   * @param otherwise for a text that is not there, or null when it must be there
   */
  String text(String name, int most, String otherwise) {
    if (lacks(name)) {
      return otherwise(name, otherwise);
    }
    if (object.get(name) instanceof JsonString text
        && text.getString().length() <= most
        && text.getString().chars().noneMatch(Character::isISOControl)) {
      return text.getString().strip();
    }
    throw new SeatMapRefused("seat.map_text", at(name), most);
  }

  String matching(String name, Pattern pattern, String otherwise) {
    String text = text(name, 200, otherwise);
    if (text != null && !text.equals(otherwise) && !pattern.matcher(text).matches()) {
      throw new SeatMapRefused("seat.map_pattern", at(name), text);
    }
    return text;
  }

  <T extends Enum<T>> T choice(String name, Class<T> type, T otherwise) {
    if (lacks(name)) {
      return otherwise(name, otherwise);
    }
    String wished = text(name, 40, "").toUpperCase(Locale.ROOT);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wished))
        .findFirst()
        .orElseThrow(
            () ->
                new SeatMapRefused(
                    "seat.map_choice",
                    at(name),
                    Stream.of(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  boolean truth(String name) {
    if (lacks(name)) {
      return false;
    }
    JsonValue value = object.get(name);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw new SeatMapRefused("seat.map_choice", at(name), "true, false");
    }
    return value == JsonValue.TRUE;
  }

  /** The objects of a list; an absent one is empty. */
  <T> List<T> each(String name, int most, Function<MapFields, T> reader) {
    List<T> read = new ArrayList<>();
    JsonArray array = array(name, most);
    for (int index = 0; index < array.size(); index++) {
      String here = at(name) + "[" + index + "]";
      if (!(array.get(index) instanceof JsonObject entry)) {
        throw new SeatMapRefused("seat.map_object", here);
      }
      read.add(reader.apply(new MapFields(here, entry)));
    }
    return read;
  }

  /** An object, or null where there is none. */
  MapFields object(String name) {
    if (lacks(name)) {
      return null;
    }
    if (object.get(name) instanceof JsonObject inner) {
      return new MapFields(at(name), inner);
    }
    throw new SeatMapRefused("seat.map_object", at(name));
  }

  private JsonArray array(String name, int most) {
    if (lacks(name)) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    if (object.get(name) instanceof JsonArray array && array.size() <= most) {
      return array;
    }
    throw new SeatMapRefused("seat.map_list", at(name), most);
  }

  private <T> T otherwise(String name, T otherwise) {
    if (otherwise == null) {
      throw new SeatMapRefused("seat.map_missing", at(name));
    }
    return otherwise;
  }
}
