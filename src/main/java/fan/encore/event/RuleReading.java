package fan.encore.event;

import fan.encore.event.TypeRules.Part;
import fan.encore.event.TypeRules.Presale;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the special rules of ticket types; their tables only where the type's own row says so. */
final class RuleReading {

  private RuleReading() {}

  /** A type's rules as its own row tells them; of bundles and presales only that there are any. */
  static TypeRules ofRow(ResultSet row) throws SQLException {
    int perPerson = row.getInt("max_per_person");
    Integer maxPerPerson = row.wasNull() ? null : perPerson;
    Long base = Sql.nullableLong(row, "base_type_id");
    return new TypeRules(
        row.getInt("min_per_order"),
        maxPerPerson,
        row.getBoolean("hidden"),
        row.getBoolean("open_price"),
        base,
        base == null ? null : row.getInt("max_per_base"),
        List.of(),
        List.of());
  }

  static Map<Long, List<Part>> parts(Sql sql, long eventId) {
    record Row(long bundle, Part part) {}
    return sql
        .list(
            "select p.* from encore.bundle_part p join encore.ticket_type t"
                + " on t.id = p.bundle_type_id where t.event_id = ? order by p.ticket_type_id",
            row ->
                new Row(
                    row.getLong("bundle_type_id"),
                    new Part(row.getLong("ticket_type_id"), row.getInt("quantity"))),
            eventId)
        .stream()
        .collect(
            Collectors.groupingBy(Row::bundle, Collectors.mapping(Row::part, Collectors.toList())));
  }

  static Map<Long, List<Presale>> presales(Sql sql, long eventId) {
    record Row(long type, Presale presale) {}
    return sql
        .list(
            "select p.* from encore.presale p join encore.ticket_type t"
                + " on t.id = p.ticket_type_id where t.event_id = ? order by p.opens_at, p.subject",
            row ->
                new Row(
                    row.getLong("ticket_type_id"),
                    new Presale(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getLong("amount"),
                        Sql.instant(row, "opens_at"))),
            eventId)
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::type, Collectors.mapping(Row::presale, Collectors.toList())));
  }

  static TypeRules with(TypeRules rules, List<Part> parts, List<Presale> presales) {
    return new TypeRules(
        rules.minPerOrder(),
        rules.maxPerPerson(),
        rules.hidden(),
        rules.openPrice(),
        rules.baseTypeId(),
        rules.maxPerBase(),
        parts == null ? List.of() : parts,
        presales == null ? List.of() : presales);
  }
}
