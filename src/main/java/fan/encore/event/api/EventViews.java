package fan.encore.event.api;

import fan.encore.app.api.Amount;
import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.Availability;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventRow;
import fan.encore.event.EventStatus;
import fan.encore.event.FeeRule;
import fan.encore.event.TypeRules.Presale;
import fan.encore.event.VenueRow;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events as programs see them. */
final class EventViews {

  private EventViews() {}

  /**
   * @param zone IANA name of the venue's zone
   * @param minAge years a guest must have, 0 for everybody
   * @param translation the title in the other language, or null
   * @param dateOpen moved, and nobody knows yet to when
   * @param lowestPrice of one ticket without service fee, or null while there are no ticket types
   */
  @Schema(name = "EventCard")
  public record Card(
      String slug,
      String title,
      EventCategory category,
      EventStatus status,
      String artist,
      String venue,
      String city,
      String country,
      String zone,
      Instant startsAt,
      String picture,
      Amount lowestPrice,
      boolean soldOut,
      Attendance attendance,
      int minAge,
      EventParts.Translation translation,
      boolean dateOpen) {
    static Card of(EventRow row) {
      return new Card(
          row.slug(),
          row.title(),
          row.category(),
          row.status(),
          row.artistName(),
          row.venueName(),
          row.city(),
          row.country(),
          row.zone(),
          row.startsAt(),
          media(row.pictureKey()),
          Amount.of(row.lowestPrice()),
          row.soldOut(),
          row.attendance(),
          row.minAge(),
          EventParts.Translation.of(row.language(), row.otherTitle(), null),
          row.dateOpen());
    }
  }

  /**
   * @param artist code of the artist, or null
   * @param language {@code en} or {@code ja}: what title and description are written in
   * @param translation title and description in the other language, or null
   * @param minAge years a guest must have on that day, 0 for everybody
   * @param online null for an event in a hall alone
   * @param series null for an event on its own
   * @param moved null while it is where it was announced
   * @param notice the organizer's words about a move or the cancellation, or null
   * @param cancelledAt null while it may happen
   * @param version what an edit may name
   */
  @Schema(name = "EventFull")
  public record Full(
      String slug,
      String title,
      String description,
      EventCategory category,
      EventStatus status,
      String artist,
      VenueRow venue,
      Instant doorsAt,
      Instant startsAt,
      Instant endsAt,
      String currency,
      String picture,
      int version,
      List<Type> ticketTypes,
      Attendance attendance,
      String language,
      EventParts.Translation translation,
      int minAge,
      EventParts.Online online,
      List<EventParts.Picture> pictures,
      EventParts.Series series,
      EventParts.Move moved,
      String notice,
      Instant cancelledAt) {
    static Full of(EventDetail event, Instant now) {
      return new Full(
          event.slug(),
          event.title(),
          event.description(),
          event.category(),
          event.status(),
          event.artistCode(),
          event.venue(),
          event.doorsAt(),
          event.startsAt(),
          event.endsAt(),
          event.currency(),
          media(event.pictureKey()),
          event.version(),
          event.types().stream().map(type -> Type.of(type, event.types(), now)).toList(),
          event.extras().attendance(),
          event.extras().language(),
          EventParts.Translation.of(
              event.extras().language(),
              event.extras().otherTitle(),
              event.extras().otherDescription()),
          event.extras().minAge(),
          EventParts.Online.of(event.extras()),
          event.pictures().stream().map(EventParts.Picture::of).toList(),
          EventParts.Series.of(event.extras()),
          EventParts.Move.of(event.extras()),
          event.extras().notice(),
          event.extras().cancelledAt());
    }
  }

  /**
   * @param code what a reservation names
   * @param price of one ticket, without service fee
   * @param free tickets left at this moment
   * @param minPerOrder fewest tickets in an order that has any of it
   * @param maxPerPerson most tickets of one person, null without a limit
   * @param openPrice whether the fan chooses the price, at least {@code price}
   * @param baseType code of the type without which it is not sold, or null
   * @param maxPerBase most of it for each ticket of the base type, or null
   * @param bundle what one of it gives; empty unless it is a bundle
   * @param presales who may buy it before its sale begins
   * @param fee what the service costs on top of the price, or null where nothing does
   * @param taxBasisPoints hundredths of a per cent
   * @param taxIncluded whether the price contains the tax; else it is added
   */
  @Schema(name = "OfferedTicketType")
  public record Type(
      String code,
      String name,
      String description,
      Amount price,
      Instant saleFrom,
      Instant saleUntil,
      int maxPerOrder,
      int free,
      Availability availability,
      int minPerOrder,
      Integer maxPerPerson,
      boolean hidden,
      boolean openPrice,
      String baseType,
      Integer maxPerBase,
      List<BundlePart> bundle,
      List<Presale> presales,
      FeeRule fee,
      int taxBasisPoints,
      boolean taxIncluded) {
    static Type of(TypeDetail type, List<TypeDetail> all, Instant now) {
      return new Type(
          type.code(),
          type.name(),
          type.description(),
          Amount.of(type.price()),
          type.saleFrom(),
          type.saleUntil(),
          type.maxPerOrder(),
          type.remaining(),
          type.availability(now),
          type.rules().minPerOrder(),
          type.rules().maxPerPerson(),
          type.rules().hidden(),
          type.rules().openPrice(),
          codeOf(all, type.rules().baseTypeId()),
          type.rules().maxPerBase(),
          type.rules().parts().stream()
              .map(part -> new BundlePart(codeOf(all, part.ticketTypeId()), part.quantity()))
              .toList(),
          type.rules().presales(),
          type.fee().fanPaysSome() ? type.fee() : null,
          type.tax().rateBasisPoints(),
          type.tax().included());
    }
  }

  /** So many tickets of a type for each bundle. */
  public record BundlePart(String ticketType, int quantity) {}

  private static String codeOf(List<TypeDetail> types, Long id) {
    return types.stream()
        .filter(type -> id != null && type.id() == id)
        .map(TypeDetail::code)
        .findFirst()
        .orElse(null);
  }

  static String media(String key) {
    return key == null ? null : "/media/" + key;
  }
}
