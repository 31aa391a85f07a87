package fan.encore.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.shared.Texts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a map says about its seats, and that its two written forms say the same. */
class SeatMapTest {

  private static final int MAPS = 300;

  /** Everything that matters about a seat to whoever buys it. */
  private record Bought(
      String label, String category, SeatKind kind, boolean obstructed, double x, double y) {
    static List<Bought> of(SeatMap map) {
      return SeatLayout.of(map).seats().stream()
          .map(
              seat ->
                  new Bought(
                      seat.label(),
                      seat.category(),
                      seat.kind(),
                      seat.obstructed(),
                      seat.x(),
                      seat.y()))
          .sorted(Comparator.comparing(Bought::label))
          .toList();
    }
  }

  @Test
  void jsonKeepsEveryMapAsItIs() {
    LongStream.range(0, MAPS)
        .mapToObj(GeneratedMap::of)
        .forEach(map -> assertEquals(map, SeatMapReader.read(SeatMapWriter.write(map).toString())));
  }

  @Test
  void svgKeepsEverySeatAndEveryNeighbourhood() {
    for (long seed = 0; seed < MAPS; seed++) {
      SeatMap map = GeneratedMap.of(seed);
      SeatMap read = SeatSvgReader.read(SeatSvgWriter.write(map));
      assertEquals(Bought.of(map), Bought.of(read), "seed " + seed);
      assertEquals(neighbours(map), neighbours(read), "seed " + seed);
      assertEquals(map.categories(), read.categories());
      assertEquals(map.scenery(), read.scenery());
      assertEquals(SeatLayout.of(map).standing(), SeatLayout.of(read).standing());
    }
  }

  private static Set<String> neighbours(SeatMap map) {
    Set<String> pairs = new HashSet<>();
    List<PlannedSeat> seats = SeatLayout.of(map).seats();
    for (int index = 1; index < seats.size(); index++) {
      PlannedSeat one = seats.get(index - 1);
      PlannedSeat next = seats.get(index);
      if (one.line() == next.line() && next.position() == one.position() + 1) {
        pairs.add(one.label() + "|" + next.label());
      }
    }
    return pairs;
  }

  @Test
  void bentRowsKeepTheDistanceFromSeatToSeatAndBendTowardsTheStage() {
    SeatMap map =
        map(
            "{\"kind\":\"rows\",\"code\":\"P\",\"category\":\"A\",\"x\":600,\"y\":200,"
                + "\"rowSeats\":[21,25],\"curve\":60}");
    List<PlannedSeat> row = SeatLayout.of(map).seats().subList(21, 46);
    for (int index = 1; index < row.size(); index++) {
      double apart =
          Math.hypot(
              row.get(index).x() - row.get(index - 1).x(),
              row.get(index).y() - row.get(index - 1).y());
      assertEquals(24, apart, 0.5);
    }
    assertTrue(row.get(0).y() < row.get(12).y(), "the ends are nearer to the stage");
    assertEquals(600, row.get(12).x(), 0.1);
    assertEquals(230, row.get(12).y(), 0.1);
  }

  @Test
  void theRowNearestToTheStageIsTheBestAndItsMiddleLeansNowhere() {
    SeatMap map =
        map(
            "{\"kind\":\"rows\",\"code\":\"P\",\"category\":\"A\",\"x\":600,\"y\":200,"
                + "\"rowSeats\":[5,5,5]}");
    List<PlannedSeat> seats = SeatLayout.of(map).seats();
    assertEquals(List.of(1, 2, 3), seats.stream().map(PlannedSeat::line).distinct().toList());
    assertEquals("P-A-3", seats.get(2).label());
    assertEquals(0, seats.get(2).lean());
    assertEquals(-4, seats.get(0).lean());
  }

  @Test
  void aisleAndMissingSeatsPartNeighbours() {
    SeatMap map =
        map(
            "{\"kind\":\"rows\",\"code\":\"P\",\"category\":\"A\",\"x\":600,\"y\":200,"
                + "\"rowSeats\":[6],\"aisles\":[2],\"changes\":[{\"row\":0,\"seat\":4,\"missing\":true}]}");
    assertEquals(
        List.of(1, 2, 4, 5, 7),
        SeatLayout.of(map).seats().stream().map(PlannedSeat::position).toList());
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    refused("seat.map_unreadable", "[nonsense");
    refused("seat.map_format", "{}");
    refused(
        "seat.map_number",
        json(
            "{\"kind\":\"rows\",\"code\":\"P\",\"category\":\"A\",\"x\":1,\"y\":1,\"rowSeats\":[4,0]}"),
        "blocks[0].rowSeats[1] must be a number from 1 to 500.");
    refused(
        "seat.map_missing",
        json("{\"kind\":\"rows\",\"code\":\"P\",\"category\":\"A\",\"y\":1,\"rowSeats\":[4]}"),
        "blocks[0].x is missing.");
    refused(
        "seat.map_category",
        json(
            "{\"kind\":\"rows\",\"code\":\"P\",\"category\":\"Z\",\"x\":1,\"y\":1,\"rowSeats\":[4]}"),
        "There is no category Z.");
    refused("seat.map_choice", json("{\"kind\":\"sofa\",\"code\":\"P\",\"category\":\"A\"}"));
    refused(
        "seat.map_twice",
        json(
            "{\"kind\":\"seats\",\"code\":\"P\",\"category\":\"A\",\"seats\":["
                + "{\"row\":\"A\",\"number\":\"1\",\"x\":1,\"y\":1},{\"row\":\"A\",\"number\":\"1\",\"x\":9,\"y\":1}]}"));
    refused(
        "seat.map_mixed",
        json(
            "{\"kind\":\"standing\",\"code\":\"S\",\"category\":\"A\",\"x\":1,\"y\":1,\"capacity\":5},"
                + "{\"kind\":\"table\",\"code\":\"T\",\"category\":\"A\",\"x\":1,\"y\":1,\"seats\":4}"));
  }

  @Test
  void drawingsOfOthersAreReadByColourAndHeight() {
    SeatMap map =
        SeatSvgReader.read(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'><g id='Main floor' transform='translate(10 20)'>"
                + "<circle cx='10' cy='10' r='5' fill='#ff0000'/><circle cx='30' cy='11' r='5' style='fill:#ff0000'/>"
                + "<circle cx='90' cy='10' r='5' fill='#ff0000'/><rect x='5' y='35' width='10' height='10' fill='#00ff00'/></g></svg>");
    List<PlannedSeat> seats = SeatLayout.of(map).seats();
    assertEquals(
        List.of("MAIN-FLOOR-A-1", "MAIN-FLOOR-A-2", "MAIN-FLOOR-A-3", "MAIN-FLOOR-B-1"),
        seats.stream().map(PlannedSeat::label).toList());
    assertEquals(2, map.categories().size());
    assertEquals(20, seats.get(0).x());
    assertEquals(30, seats.get(0).y());
    assertFalse(seats.get(2).position() == seats.get(1).position() + 1, "a wide gap is an aisle");
  }

  @Test
  void drawingsWithScriptsOrThingsFromElsewhereAreRefused() {
    for (String evil :
        List.of(
            "<script>alert(1)</script>",
            "<circle r='5' onclick='alert(1)'/>",
            "<a href='javascript:alert(1)'><circle r='5'/></a>",
            "<image href='https://example.com/a.png'/>",
            "<foreignObject/>")) {
      SeatMapRefused refused =
          assertThrows(
              SeatMapRefused.class,
              () ->
                  SeatSvgReader.read("<svg xmlns='http://www.w3.org/2000/svg'>" + evil + "</svg>"));
      assertEquals("seat.svg_forbidden", refused.code(), evil);
    }
    String bomb =
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg><circle r='5'/><text>&a;</text></svg>";
    assertThrows(SeatMapRefused.class, () -> SeatSvgReader.read(bomb));
    SeatMapRefused empty = assertThrows(SeatMapRefused.class, () -> SeatSvgReader.read("<svg/>"));
    assertEquals("seat.svg_without_seats", empty.code());
  }

  private static void refused(String code, String json, String... message) {
    SeatMapRefused refused = assertThrows(SeatMapRefused.class, () -> SeatMapReader.read(json));
    assertEquals(code, refused.code());
    if (message.length > 0) {
      assertEquals(message[0], Texts.get(Locale.ENGLISH, code, refused.arguments()));
    }
  }

  private static SeatMap map(String blocks) {
    return SeatMapReader.read(json(blocks));
  }

  private static String json(String blocks) {
    return "{\"format\":\"encore-seat-map/1\",\"categories\":[{\"code\":\"A\",\"name\":\"All\",\"colour\":\"#c71d5c\"}],"
        + "\"scenery\":[{\"kind\":\"stage\",\"x\":600,\"y\":60}],\"blocks\":["
        + blocks
        + "]}";
  }
}
