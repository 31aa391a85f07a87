package fan.encore.collection;

/** How rare an item is, from common to rarest. */
public enum Rarity {
  N,
  R,
  SR,
  SSR
}
