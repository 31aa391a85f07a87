package fan.encore.account;

import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * People who buy without an account. A guest is a row of her own each time, whatever address she
 * types: an address proves nothing, only a pass opens what she bought. Called by core only.
 */
@Stateless
@PermitAll
public class Guests {

  /** How passes begin. */
  public static final String PREFIX = "encore-guest-";

  /** How long the pass of a browser or a program lasts. */
  public static final Duration BROWSER = Duration.ofDays(2);

  private static final Duration MAIL = Duration.ofDays(400);

  /** After so long a guest who bought nothing is forgotten. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** How far back guests are looked at who may be forgotten. */
  private static final Duration LOOKED_AT = Duration.ofDays(60);

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Guests(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** For the container's proxy. */
  public Guests() {
    this(null, null);
  }

  /**
   * Welcomes a guest. The same happens whether the address has an account or not.
   *
   * @return her pass, 256 bits; only its hash is kept
   */
  public String open(EnterAsGuest wanted) {
    long id =
        sql.insert(
            "insert into encore.account (email, display_name, language, status, guest_address,"
                + " created_at, version) values (?, ?, ?, 'GUEST', ?, ?, 0) returning id",
            wanted.email(),
            wanted.name(),
            wanted.language(),
            GuestAddress.of(wanted.email()),
            clock.instant());
    return issue(id, false, BROWSER);
  }

  /** A pass for a link in a guest's mail. */
  public String forMail(long guestId) {
    return issue(guestId, true, MAIL);
  }

  /**
   * @param token may be null
   * @return empty when it is unknown or too old
   */
  public Optional<GuestPass> find(String token) {
    return token == null || !token.startsWith(PREFIX)
        ? Optional.empty()
        : sql.first(
            "select a.id, a.email, a.display_name, a.language, p.by_mail from encore.guest_pass p"
                + " join encore.account a on a.id = p.account_id and a.status = 'GUEST'"
                + " where p.token_hash = ? and p.expires_at > ?",
            row ->
                new GuestPass(
                    row.getLong("id"),
                    row.getString("email"),
                    row.getString("display_name"),
                    row.getString("language"),
                    row.getBoolean("by_mail")),
            Codes.sha256(token),
            clock.instant());
  }

  /**
   * Erases names and addresses of guests who ordered nothing within a week, and old passes. Safe on
   * many nodes.
   *
   * @param limit most of each kind in one call
   * @return how many were erased
   */
  @RolesAllowed(Roles.SYSTEM)
  public int forget(int limit) {
    Instant now = clock.instant();
    int gone =
        sql.update(
            "delete from encore.guest_pass where ctid in (select ctid from encore.guest_pass"
                + " where expires_at < ? limit ? for update skip locked)",
            now,
            limit);
    return gone
        + sql.update(
            "update encore.account set email = 'guest-' || id || '@erased.invalid',"
                + " display_name = '-', guest_address = 'erased-' || id where id in (select a.id"
                + " from encore.account a where a.status = 'GUEST' and a.created_at < ?"
                + " and a.created_at > ? and a.guest_address not like 'erased-%'"
                + " and not exists (select from encore.ticket_order o where o.account_id = a.id)"
                + " and a.joined_account_id is null limit ? for update skip locked)",
            now.minus(KEPT), now.minus(LOOKED_AT), limit);
  }

  private String issue(long guestId, boolean byMail, Duration life) {
    String token = PREFIX + Codes.secret();
    Instant now = clock.instant();
    sql.update(
        "insert into encore.guest_pass (token_hash, account_id, by_mail, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?)",
        Codes.sha256(token),
        guestId,
        byMail,
        now,
        now.plus(life));
    return token;
  }
}
