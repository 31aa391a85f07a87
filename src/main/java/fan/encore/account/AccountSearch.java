package fan.encore.account;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The administrator's list of accounts as SQL. */
final class AccountSearch {

  private static final Map<String, String> SORTS =
      Map.of(
          "id", "a.id",
          "email", "a.email",
          "displayName", "a.display_name",
          "status", "a.status",
          "country", "a.country",
          "createdAt", "a.created_at");

  private AccountSearch() {}

  static Slice<AccountRow> run(Sql sql, ListQuery query) {
    Where where =
        new Where()
            .equalNumber("a.id", query.filter("id"))
            .contains("a.email", query.filter("email"))
            .contains("a.display_name", query.filter("displayName"))
            .equal("a.status", query.filter("status"))
            .equal("a.country", Formats.upper(query.filter("country")));
    if (query.filter("roles") != null) {
      where.and(
          "exists (select 1 from encore.account_role r where r.account_id = a.id and r.role = ?)",
          query.filter("roles"));
    }
    return new Slice<>(
        sql.list(
            "select a.id, a.email, a.display_name, a.status, a.country, a.language, a.created_at, a.suspended_reason,"
                + " array(select r.role from encore.account_role r where r.account_id = a.id order by r.role) as roles"
                + " from encore.account a"
                + where.sql()
                + Where.order(query, SORTS, "a.id")
                + " limit ? offset ?",
            AccountSearch::row,
            where.parameters(query.size(), query.first())),
        sql.number("select count(*) from encore.account a" + where.sql(), where.parameters()));
  }

  private static AccountRow row(ResultSet row) throws SQLException {
    return new AccountRow(
        row.getLong("id"),
        row.getString("email"),
        row.getString("display_name"),
        AccountStatus.valueOf(row.getString("status")),
        List.of((String[]) row.getArray("roles").getArray()),
        row.getString("country"),
        row.getString("language"),
        Sql.instant(row, "created_at"),
        row.getString("suspended_reason"));
  }
}
