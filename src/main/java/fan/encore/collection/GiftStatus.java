package fan.encore.collection;

/** Where a gift stands; only an offered one can change. */
public enum GiftStatus {
  OFFERED,
  ACCEPTED,
  DECLINED,
  TAKEN_BACK,
  EXPIRED
}
