package fan.encore.finance;

/** A pair and what its comparison came to. */
public record Compared(Pair pair, Outcome outcome) {}
