package fan.encore.shop;

import fan.encore.shared.BusinessError;

/** The law of the fan's market sets limits by age, and we do not know hers. */
public final class BirthDateNeeded extends BusinessError {
  public BirthDateNeeded() {
    super(Kind.CONFLICT, "shop.birth_date_needed");
  }
}
