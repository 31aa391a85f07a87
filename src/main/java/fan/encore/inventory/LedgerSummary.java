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
    List<Type> types) {

  /** What the ledger has come to for one ticket type. */
  public record Type(String code, String name, int capacity, int held, int sold) {
    public int free() {
      return capacity - held - sold;
    }
  }

  public LedgerSummary {
    types = List.copyOf(types);
  }
}
