package fan.encore.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.account.Roles;
import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.shared.Sql.SqlFailed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks at the same moment as others is told whose her own token is. */
class AccessTokensIT {

  private static final int FANS = 60;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Sql sql;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void everybodyIsRecognisedAsHerself() throws Exception {
    AccessTokens tokens = new AccessTokens(sql, Clock.systemUTC());
    List<Long> fans = new ArrayList<>();
    for (int i = 0; i < FANS; i++) {
      fans.add(fan("ACTIVE", "1 hour", "fan-" + i));
    }
    fan("SUSPENDED", "1 hour", "suspended");
    fan("ACTIVE", "-1 second", "ended");
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < FANS; i++) {
      secrets.add("fan-" + i);
      secrets.add("fan-" + i);
    }
    secrets.addAll(List.of("suspended", "ended", "never given"));
    List<Optional<Identity>> told =
        Crowd.atOnce(secrets.size(), n -> tokens.owner(Codes.sha256(secrets.get(n))));
    for (int n = 0; n < 2 * FANS; n++) {
      Identity identity = told.get(n).orElseThrow();
      assertEquals(fans.get(n / 2), identity.accountId());
      assertEquals(Set.of(Roles.FAN), identity.roles());
    }
    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.empty()),
        told.subList(2 * FANS, told.size()));
  }

  @Test
  void afterTheDatabaseWasAwayTokensAreKnownAgain() throws Exception {
    long fan = fan("ACTIVE", "1 hour", "patient");
    AtomicBoolean away = new AtomicBoolean(true);
    Sql wire =
        new Sql(database.appDataSource(LocalDatabase.NAME)) {
          @Override
          public <T> List<T> list(String query, RowMapper<T> mapper, Object... parameters) {
            return away.get()
                ? super.list("select 1 / 0", mapper)
                : super.list(query, mapper, parameters);
          }
        };
    AccessTokens tokens = new AccessTokens(wire, Clock.systemUTC());
    Crowd.atOnce(
        FANS, n -> assertThrows(SqlFailed.class, () -> tokens.owner(Codes.sha256("patient"))));
    away.set(false);
    assertEquals(fan, tokens.owner(Codes.sha256("patient")).orElseThrow().accountId());
  }

  private static long fan(String status, String life, String secret) {
    return sql.number(
        "with fan as (insert into encore.account (email, display_name, language, status, created_at, version)"
            + " values (? || '@encore.example', ?, 'en', ?, now(), 0) returning id),"
            + " role as (insert into encore.account_role (account_id, role) select id, 'FAN' from fan),"
            + " family as (insert into encore.token_family (account_id, device, created_at, expires_at)"
            + " select id, 'test', now(), now() + interval '1 day' from fan returning id, account_id)"
            + " insert into encore.access_token (token_hash, family_id, account_id, expires_at)"
            + " select ?, id, account_id, now() + ?::interval from family returning account_id",
        secret,
        secret,
        status,
        Codes.sha256(secret),
        life);
  }
}
