package fan.encore.seat;

/**
 * A seat map with its drawing.
 *
 * @param document JSON in the form {@link SeatMap#FORMAT}
 */
public record SeatMapView(SeatMapRow row, String document) {}
