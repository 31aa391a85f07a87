package fan.encore.account;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Keeps the password hashes; called by core only. */
@Stateless
@PermitAll
public class Credentials {

  private static final String SELECT =
      "select a.id, a.email, a.display_name, a.status, p.password_hash from encore.account a"
          + " join encore.account_password p on p.account_id = a.id ";

  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * @param email as typed, may be null
   */
  public Optional<Credential> byEmail(String email) {
    String address = Formats.email(email);
    return address == null
        ? Optional.empty()
        : sql.first(
            SELECT + "where lower(a.email) = ? and a.status <> 'GUEST'",
            Credentials::read,
            address);
  }

  /**
   * @throws NoSuchAccount if there is none
   */
  public Credential of(long accountId) {
    return sql.first(SELECT + "where a.id = ?", Credentials::read, accountId)
        .orElseThrow(NoSuchAccount::new);
  }

  /**
   * @param passwordHash what {@link Passwords#hash} returned
   */
  public void change(long accountId, String passwordHash) {
    sql.update(
        "update encore.account_password set password_hash = ?, changed_at = ? where account_id = ?",
        passwordHash,
        clock.instant(),
        accountId);
  }

  private static Credential read(ResultSet row) throws SQLException {
    return new Credential(
        row.getLong("id"),
        row.getString("email"),
        row.getString("display_name"),
        AccountStatus.valueOf(row.getString("status")),
        row.getString("password_hash"));
  }
}
