package fan.encore.seat;

import java.util.List;

/**
 * How an event uses a map.
 *
 * @param mapCode the map that it was copied from
 * @param mapVersion the version that it was copied at
 * @param newestVersion the map's version now
 */
public record Seating(
    String mapCode,
    String mapName,
    int mapVersion,
    int newestVersion,
    int seats,
    List<PricedCategory> categories) {

  /**
   * A category and the ticket type that it is sold as.
   *
   * @param places seats, or how many may stand
   * @param standing whether it is standing room
   */
  public record PricedCategory(
      String code, String name, String colour, int places, boolean standing, String ticketType) {}

  public Seating {
    categories = List.copyOf(categories);
  }
}
