package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Commits to server seeds before they are used, and tells them when a fan or the end asks. */
@Stateless
public class Chains {

  /** A group's seeds are told this long after its last banner closed. */
  public static final Duration REVEALED_AFTER = Duration.ofMinutes(10);

  private static final int REVEALED_AT_ONCE = 5_000;
  private static final SecureRandom SECRETS = new SecureRandom();
  private static final String COLUMNS =
      "group_code, epoch, commitment, next_nonce, state, previous, opened_at, revealed_at,"
          + " case when revealed_at is not null then encode(server_seed, 'hex') end as seed";

  @Inject private Sql sql;
  @Inject private PublishedBanners banners;
  @Inject private Clock clock;

  /** For the container. */
  public Chains() {}

  /** Outside the server. */
  public Chains(Sql sql, PublishedBanners banners, Clock clock) {
    this.sql = sql;
    this.banners = banners;
    this.clock = clock;
  }

  /** A fan's chains, those in use first, then the latest. */
  @RolesAllowed(Roles.FAN)
  public List<Chain> of(long accountId) {
    return sql.list(
        "select "
            + COLUMNS
            + " from encore.draw_chain where account_id = ?"
            + " order by revealed_at is not null, id desc",
        Chains::chain,
        accountId);
  }

  /**
   * The chain that the fan's next draw from a banner belongs to. It is opened, and its commitment
   * goes to the log, if there is none; nothing else opens a first chain, so whoever draws could
   * know what the server's seed is before she chose hers.
   *
   * @throws BannerNotFound if no banner has this code
   * @throws BannerClosed if the banner is over and she has no open chain of its group
   */
  @RolesAllowed(Roles.FAN)
  public Chain next(long accountId, String bannerCode) {
    Banner banner = banners.byCode(bannerCode);
    if (banner.phase(clock.instant()) == Phase.CLOSED) {
      return inUse(accountId, banner.group()).orElseThrow(BannerClosed::new);
    }
    return open(accountId, banner.group());
  }

  /**
   * Tells the seed of the fan's chain in a group and opens the next, which takes over pity, points
   * and steps. Everything drawn until now can be checked from then on.
   *
   * @return the new chain
   * @throws ChainNotFound if she has no chain in this group
   */
  @RolesAllowed(Roles.FAN)
  public Chain rotate(long accountId, String group) {
    Long[] open =
        sql.list(
                "select id from encore.draw_chain where account_id = ? and group_code = ?"
                    + " and revealed_at is null for update",
                row -> row.getLong(1),
                accountId,
                group)
            .toArray(Long[]::new);
    if (open.length == 0) {
      throw new ChainNotFound();
    }
    sql.number("select encore.reveal_chains(?, ?)", open, clock.instant());
    return open(accountId, group);
  }

  /**
   * Tells the seeds of groups whose last banner closed {@link #REVEALED_AFTER} ago.
   *
   * @return how many seeds were told
   */
  @PermitAll
  public long revealEnded() {
    return sql.number(
        "select encore.reveal_chains(array(select c.id from encore.draw_chain c"
            + " where c.revealed_at is null and exists (select from encore.banner b where b.group_code = c.group_code)"
            + " and not exists (select from encore.banner b where b.group_code = c.group_code and b.closes_at > ?)"
            + " order by c.id limit ? for update skip locked), ?)",
        clock.instant().minus(REVEALED_AFTER),
        REVEALED_AT_ONCE,
        clock.instant());
  }

  /** A fresh secret: 32 random bytes. */
  private static byte[] secret() {
    byte[] seed = new byte[32];
    SECRETS.nextBytes(seed);
    return seed;
  }

  private Chain open(long accountId, String group) {
    Instant now = clock.instant();
    sql.list(
        "select encore.open_chains(array[?::bigint], array[?], array[?::bytea], ?)",
        row -> null,
        accountId,
        group,
        secret(),
        now);
    return inUse(accountId, group).orElseThrow();
  }

  private Optional<Chain> inUse(long accountId, String group) {
    return sql.first(
        "select "
            + COLUMNS
            + " from encore.draw_chain where account_id = ? and group_code = ?"
            + " and revealed_at is null",
        Chains::chain,
        accountId,
        group);
  }

  private static Chain chain(ResultSet row) throws SQLException {
    return new Chain(
        row.getString("group_code"),
        row.getInt("epoch"),
        row.getString("commitment"),
        row.getLong("next_nonce"),
        row.getString("state"),
        row.getString("previous"),
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "revealed_at"),
        row.getString("seed"));
  }
}
