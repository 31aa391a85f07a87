package fan.encore.account;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells other features' core where to write to somebody, without handing out the account. */
@Stateless
@PermitAll
public class Contacts {

  @Inject private Sql sql;

  /**
   * @throws NoSuchAccount if there is none
   */
  public Contact of(long accountId) {
    return of(List.of(accountId)).get(accountId);
  }

  /**
   * By account.
   *
   * @throws NoSuchAccount if there is none of one of them
   */
  public Map<Long, Contact> of(Collection<Long> accountIds) {
    Map<Long, Contact> contacts = new HashMap<>();
    sql.list(
            "select id, email, display_name, language, phone, status from encore.account"
                + " where id = any (?)",
            row -> Map.entry(row.getLong("id"), contact(row)),
            (Object) accountIds.toArray(Long[]::new))
        .forEach(account -> contacts.put(account.getKey(), account.getValue()));
    if (!contacts.keySet().containsAll(accountIds)) {
      throw new NoSuchAccount();
    }
    return contacts;
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
