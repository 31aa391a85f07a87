package fan.encore.event.web;

import fan.encore.event.EventDetail.Availability;

/** Colours of the badges that say whether a ticket type can be bought. */
final class AvailabilityColours {

  private AvailabilityColours() {}

  static String of(Availability availability) {
    return switch (availability) {
      case AVAILABLE -> "good";
      case FEW_LEFT, ALL_HELD -> "warn";
      case NOT_YET -> "info";
      case SOLD_OUT -> "bad";
      case ENDED -> "neutral";
    };
  }
}
