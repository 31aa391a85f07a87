package fan.encore.account;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Tells other features' core where to write to somebody, without handing out the account. */
@Stateless
@PermitAll
public class Contacts {

  @Inject private Sql sql;

  /**
   * @throws NoSuchAccount if there is none
   */
  public Contact of(long accountId) {
    return sql.first(
            "select email, display_name, language, phone, status from encore.account where id = ?",
            Contacts::contact,
            accountId)
        .orElseThrow(NoSuchAccount::new);
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("email"),
        row.getString("display_name"),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("phone"),
        row.getString("status").equals(AccountStatus.GUEST.name()));
  }
}
