package fan.encore.inventory;

import java.time.Instant;
import java.util.List;

/**
 * How far the inventory ledger of an event has come.
 *
 * @param lines how many there are
 * @param hash of the last line, or what the chain begins with
 * @param headLines how many lines the newest head in the fairness log covers
 * @param headIndex place of that head in the log, null until it has one
 * @param provenAt when all tickets of the house were last counted and added up; null before
 */
public record LedgerSummary(
    String event,
    String title,
    long lines,
    String hash,
    long headLines,
    Long headIndex,
    Instant provenAt,
    List<LedgerType> types) {

  /**
   * What the ledger has come to for one ticket type.
   *
   * @param seatsOf code of the type whose seats are sold as this one too, or null: all that share
   *     them have the same capacity, and together never more
   */
  public record LedgerType(
      String code, String name, int capacity, int held, int sold, String seatsOf) {
    public int free() {
      return capacity - held - sold;
    }
  }

  /** The name of the type whose seats this one shares; empty when it shares none. */
  public String sharedWith(LedgerType type) {
    return types.stream()
        .filter(other -> other.code().equals(type.seatsOf()))
        .map(LedgerType::name)
        .findFirst()
        .orElse("");
  }

  public LedgerSummary {
    types = List.copyOf(types);
  }
}
