package fan.encore.event;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * Everything about one event.
 *
 * @param artistCode null, as artistName, for an event without an artist on Encore
 * @param zone IANA name of the venue's zone
 * @param doorsAt null when the doors open at the start
 * @param pictureKey key of a public stored file, or null
 * @param version what an edit must name
 * @param extras what else it says: languages, age, online access, pictures, a move
 */
public record EventDetail(
    long id,
    String slug,
    String title,
    String description,
    EventCategory category,
    EventStatus status,
    String artistCode,
    String artistName,
    VenueRow venue,
    String zone,
    Instant doorsAt,
    Instant startsAt,
    Instant endsAt,
    String currency,
    String pictureKey,
    long organizerAccountId,
    int version,
    List<TypeDetail> types,
    EventExtras extras) {

  /**
   * A ticket type with its stock.
   *
   * @param price of one ticket, without service fee
   * @param saleUntil first moment at which it is not sold any more
   * @param remaining what can still be bought: free, or less where a quota has less
   * @param fee what the service costs, whoever pays it
   * @param tax in the price, or added to it
   */
  public record TypeDetail(
      long id,
      String code,
      String name,
      String description,
      Money price,
      Instant saleFrom,
      Instant saleUntil,
      int maxPerOrder,
      int capacity,
      int free,
      int held,
      int sold,
      int remaining,
      TypeRules rules,
      FeeRule fee,
      TaxRule tax) {

    TypeDetail with(TypeRules others) {
      return new TypeDetail(
          id,
          code,
          name,
          description,
          price,
          saleFrom,
          saleUntil,
          maxPerOrder,
          capacity,
          free,
          held,
          sold,
          remaining,
          others,
          fee,
          tax);
    }

    /** Whether this type can be bought at that moment, or why not. */
    public Availability availability(Instant now) {
      if (now.isBefore(saleFrom)) {
        return Availability.NOT_YET;
      }
      if (!now.isBefore(saleUntil)) {
        return Availability.ENDED;
      }
      if (remaining > 0) {
        return remaining * 10L <= capacity ? Availability.FEW_LEFT : Availability.AVAILABLE;
      }
      return held > 0 ? Availability.ALL_HELD : Availability.SOLD_OUT;
    }
  }

  /** What a fan is told about a ticket type. */
  public enum Availability {
    NOT_YET,
    AVAILABLE,
    /** At most a tenth of the capacity is left. */
    FEW_LEFT,
    /** None is free, but some may come back when a reservation expires. */
    ALL_HELD,
    SOLD_OUT,
    ENDED;

    public boolean buyable() {
      return this == AVAILABLE || this == FEW_LEFT;
    }
  }

  public EventDetail {
    types = List.copyOf(types);
  }

  /** The title in a language, or as it was written where it has none in that. */
  public String titleIn(String language) {
    return other(language) && extras.otherTitle() != null ? extras.otherTitle() : title;
  }

  /** The description in a language, or as it was written. */
  public String descriptionIn(String language) {
    return other(language) && extras.otherDescription() != null
        ? extras.otherDescription()
        : description;
  }

  /** True when nothing of it happens any more; one whose new date is open is never over. */
  public boolean over(Instant now) {
    return !extras.dateOpen() && !now.isBefore(endsAt);
  }

  /** True while its tickets may be sold at all, each type within its window. */
  public boolean selling(Instant now) {
    return status.announced() && !extras.dateOpen() && !over(now);
  }

  /** The pictures, the first one first. */
  public List<EventExtras.EventPicture> pictures() {
    return extras.pictures();
  }

  /** The same without what only ticket holders and the organizer may know. */
  public EventDetail forEverybody() {
    return new EventDetail(
        id,
        slug,
        title,
        description,
        category,
        status,
        artistCode,
        artistName,
        venue,
        zone,
        doorsAt,
        startsAt,
        endsAt,
        currency,
        pictureKey,
        organizerAccountId,
        version,
        types,
        extras.forEverybody());
  }

  private boolean other(String language) {
    return !extras.language().equals(language);
  }
}
