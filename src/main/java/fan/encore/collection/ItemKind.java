package fan.encore.collection;

/** What an item is good for, and so how it reaches its owner. */
public enum ItemKind {
  /** A picture, a recording, a document: to look at, and to download when it has a file. */
  DIGITAL,
  /** A keepsake medal for the collection; not the medals that rewards cost. */
  MEDAL,
  /** Something to wear on the profile. */
  BADGE,
  /** Something to show at a stand. */
  COUPON,
  /** Money off tickets. */
  VOUCHER,
  /** A thing that is sent by post. */
  PHYSICAL
}
