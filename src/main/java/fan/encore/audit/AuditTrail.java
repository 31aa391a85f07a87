package fan.encore.audit;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** The audit trail as administrators read it. */
@Stateless
@RolesAllowed("ADMIN")
public class AuditTrail {

  private static final Map<String, String> SORTS =
      Map.of(
          "recordedAt", "recorded_at",
          "actor", "actor",
          "action", "action",
          "outcome", "outcome");

  @Inject private Sql sql;

  /**
   * Finds entries, newest first unless sorted otherwise.
   *
   * @param query filters {@code actor}, {@code action} (its beginning), {@code subject}, {@code
   *     outcome}, {@code detail} (a part of it); sorts {@code recordedAt}, {@code actor}, {@code
   *     action}, {@code outcome}
   */
  public Slice<AuditRow> find(ListQuery query) {
    Where where =
        new Where()
            .equal("actor", query.filter("actor"))
            .startsWith("action", query.filter("action"))
            .equal("subject", query.filter("subject"))
            .equal("outcome", query.filter("outcome"))
            .contains("detail", query.filter("detail"));
    long total =
        sql.number("select count(*) from encore.audit_entry" + where.sql(), where.parameters());
    return new Slice<>(
        sql.list(
            "select id, recorded_at, actor, action, subject, outcome, detail from encore.audit_entry"
                + where.sql()
                + Where.order(query, SORTS, "id")
                + " limit ? offset ?",
            row ->
                new AuditRow(
                    row.getLong("id"),
                    Sql.instant(row, "recorded_at"),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject"),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getString("detail")),
            where.parameters(query.size(), query.first())),
        total);
  }
}
