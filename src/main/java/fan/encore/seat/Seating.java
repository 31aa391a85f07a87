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
   * A category and the ticket types that it is sold as.
   *
   * @param places seats, or how many may stand
   * @param standing whether it is standing room
   * @param ticketType code of the type that leads: its capacity is the places
   * @param fares codes of further types that are sold on the same seats, in the event's order
   */
  public record PricedCategory(
      String code,
      String name,
      String colour,
      int places,
      boolean standing,
      String ticketType,
      List<String> fares) {

    public PricedCategory {
      fares = List.copyOf(fares);
    }
  }

  public Seating {
    categories = List.copyOf(categories);
  }
}
