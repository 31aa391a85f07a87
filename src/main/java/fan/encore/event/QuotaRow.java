package fan.encore.event;

import java.util.List;

/**
 * A quota with its count: free + held + sold = capacity.
 *
 * @param code unique within the event
 * @param ticketTypes codes of the types that share it
 * @param typeNames their names, in the same order
 */
public record QuotaRow(
    String code,
    String name,
    int capacity,
    int free,
    int held,
    int sold,
    List<String> ticketTypes,
    List<String> typeNames) {

  public QuotaRow {
    ticketTypes = List.copyOf(ticketTypes);
    typeNames = List.copyOf(typeNames);
  }
}
