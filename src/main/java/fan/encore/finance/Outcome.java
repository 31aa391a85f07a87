package fan.encore.finance;

/** What the comparison of one payment or refund with the provider's line came to. */
public enum Outcome {
  /** Both sides agree in currency, amount and fee. */
  MATCHED,
  /** Ours is in no file yet, and the provider is not late. */
  IN_TRANSIT,
  /** The provider settled something that our books do not know, or settled it twice. */
  MISSING_HERE,
  /** The provider's own delay has passed and no file has it. */
  MISSING_THERE,
  AMOUNT_DIFFERS,
  CURRENCY_DIFFERS,
  FEE_DIFFERS;

  /** Whether a person must look at it. */
  public boolean difference() {
    return this != MATCHED && this != IN_TRANSIT;
  }
}
