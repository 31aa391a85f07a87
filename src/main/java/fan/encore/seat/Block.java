package fan.encore.seat;

import java.util.List;

/**
 * Part of a map that is moved, named and priced as one; lengths in units of the map, angles in
 * degrees clockwise.
 */
public sealed interface Block {

  /** Unique within the map and first part of its seats' labels. */
  String code();

  /** What people call it. */
  String name();

  /** Category of everything in it that has no other. */
  String category();

  /**
   * Rows of seats, straight or bent around the stage.
   *
   * @param x of the middle of the first row
   * @param y of the middle of the first row
   * @param rotation around that point
   * @param rowSeats how many seats each row has, the first row first
   * @param seatGap from seat to seat
   * @param rowGap from row to row
   * @param curve angle that the first row spans, ends towards the stage; 0 is straight
   * @param align where shorter rows stand
   * @param aisles counts of seats from the left after which an aisle is left open
   * @param changes what is different at single seats
   */
  record Rows(
      String code,
      String name,
      String category,
      double x,
      double y,
      double rotation,
      List<Integer> rowSeats,
      double seatGap,
      double rowGap,
      double curve,
      Align align,
      List<Integer> aisles,
      Naming rowNames,
      Naming seatNumbers,
      List<Change> changes)
      implements Block {
    public Rows {
      rowSeats = List.copyOf(rowSeats);
      aisles = List.copyOf(aisles);
      changes = List.copyOf(changes);
    }
  }

  /** Where rows of different lengths meet. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /**
   * Seats around a table.
   *
   * @param x of its middle
   * @param y of its middle
   * @param round or with two long sides
   */
  record Table(
      String code,
      String name,
      String category,
      double x,
      double y,
      double rotation,
      boolean round,
      int seats,
      Naming seatNumbers,
      List<Change> changes)
      implements Block {
    public Table {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Room to stand: sold by number, not by place.
   *
   * @param x of its middle
   * @param y of its middle
   */
  record Standing(
      String code,
      String name,
      String category,
      double x,
      double y,
      double width,
      double height,
      double rotation,
      int capacity)
      implements Block {}

  /** Seats that stand where they stand, as imported drawings have them. */
  record Loose(String code, String name, String category, List<LooseSeat> seats) implements Block {
    public Loose {
      seats = List.copyOf(seats);
    }
  }

  /**
   * One seat on its own; seats of the same row are neighbours in the order given.
   *
   * @param aisle whether an aisle is between it and the seat before it
   */
  record LooseSeat(
      String row,
      String number,
      double x,
      double y,
      String category,
      SeatKind kind,
      boolean obstructed,
      boolean aisle) {}

  /**
   * What is different at one seat of a block.
   *
   * @param row from 0; 0 at a table
   * @param seat from 0
   * @param category another one, or null
   * @param obstructed whether something stands in the view
   * @param missing whether there is no seat
   */
  record Change(
      int row, int seat, String category, SeatKind kind, boolean obstructed, boolean missing) {}
}
