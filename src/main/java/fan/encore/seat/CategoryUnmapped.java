package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** The category {0} of the map has no ticket type, or one that does not fit. */
public final class CategoryUnmapped extends BusinessError {
  public CategoryUnmapped(String category) {
    super(Kind.INVALID, "seat.category_unmapped", category);
  }
}
