package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.collection.Collections;
import fan.encore.collection.Item;
import fan.encore.collection.Rarity;
import fan.encore.gacha.MarketClosed.Reason;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Versions of rules and the markets, against a real PostgreSQL. */
class PublishingIT {

  private static final Instant NOW = DrawHall.NOW;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path dir;

  private static DrawHall hall;

  @BeforeAll
  static void open() throws Exception {
    hall = new DrawHall(dir);
    hall.create(DrawHall.banner("sky", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(9))));
  }

  @AfterAll
  static void close() throws Exception {
    hall.close();
  }

  private static Banner sky(Instant now) {
    return new PublishedBanners(hall.sql, DrawHall.at(now)).byCode("sky");
  }

  private static void next(Rules rules, Instant inForceAt) {
    hall.transaction(
        one -> {
          publishing(one)
              .next(sky(NOW).id(), artist(one), rules, List.of(), Set.of("KR"), inForceAt);
          return null;
        });
  }

  private static long artist(Sql sql) {
    return sql.number("select artist_id from encore.banner where code = 'sky'");
  }

  private static Publishing publishing(Sql sql) {
    return DrawHall.publishing(sql, DrawHall.at(NOW));
  }

  private static Rules dearer() {
    Design now = sky(NOW).rules().design();
    return new Rules(
        Design.simple(
            "sky",
            now.zone(),
            now.tiers().stream().map(Design.Tier::name).toList(),
            now.items(),
            List.of(new Design.Price(1, 999))));
  }

  @Test
  void aNewVersionIsSeenADayBeforeDrawsFollowItAndTheOldOneStaysUntilThen() {
    assertThrows(
        NoticeTooShort.class, () -> next(dearer(), NOW.plus(Publishing.NOTICE).minusSeconds(1)));
    Instant inForceAt = NOW.plus(Publishing.NOTICE);
    next(dearer(), inForceAt);
    List<OddsVersion> versions = new PublishedBanners(hall.sql, DrawHall.at(NOW)).versions("sky");
    assertEquals(List.of(2, 1), versions.stream().map(OddsVersion::version).toList());
    assertEquals(1, sky(NOW).published().version());
    assertEquals(1, sky(inForceAt.minusNanos(1_000)).published().version());
    assertEquals(2, sky(inForceAt).published().version());
    assertEquals(999, sky(inForceAt).rules().design().prices().get(0).price());
    assertThrows(NoticeTooShort.class, () -> next(dearer(), inForceAt));
  }

  @Test
  void whatWasPublishedCannotBeChanged() {
    for (String change :
        List.of(
            "update encore.odds_table set in_force_at = now()",
            "update encore.odds_table set canonical = '{}'",
            "delete from encore.odds_table",
            "update encore.banner set zone = 'UTC'",
            "update encore.banner set group_code = 'other'")) {
      assertThrows(Sql.SqlFailed.class, () -> hall.sql.update(change), change);
    }
  }

  @Test
  void aMarketAdmitsWhomItsLawAllows() {
    Markets markets = new Markets(hall.sql, DrawHall.at(NOW));
    Banner sky = sky(NOW);
    LocalDate adult = LocalDate.of(1990, 1, 1);
    assertEquals("JP", markets.admit(sky, "JP", adult, NOW));
    assertEquals("EU", markets.admit(sky, "FR", null, NOW));
    assertEquals("OTHER", markets.admit(sky, null, null, NOW));
    refused(Reason.GACHA_NOT_ALLOWED, markets, "BE", adult);
    refused(Reason.BIRTH_DATE_UNKNOWN, markets, "JP", null);
    refused(
        Reason.TOO_YOUNG,
        markets,
        "GB",
        LocalDate.ofInstant(NOW, sky.zone()).minusYears(18).plusDays(1));
    assertEquals(
        "GB", markets.admit(sky, "GB", LocalDate.ofInstant(NOW, sky.zone()).minusYears(18), NOW));
    assertTrue(markets.list().stream().anyMatch(market -> market.code().equals("CN")));
  }

  @Test
  void whereTheLawForbidsItABannerIsNotOfferedWhoeverPublishesIt() {
    assertEquals(
        Set.of("BE", "BR", "CN"),
        sky(NOW).published().closedMarkets(),
        "paid draws are forbidden, or chance may not be the only way");
    refused(
        Reason.BANNER_NOT_OFFERED,
        new Markets(hall.sql, DrawHall.at(NOW)),
        "BR",
        LocalDate.of(1990, 1, 1));
  }

  @Test
  void kompuGachaCannotBePublishedByAnyWay() {
    List<Long> set = hall.transaction(one -> rewardedSet(one));
    assertEquals(2, set.size());
    CreateBanner wanted =
        new CreateBanner(
            "luna",
            "kompu",
            "Two halves",
            "",
            "public/b",
            NOW,
            NOW.plus(Duration.ofDays(9)),
            List.of(DrawHall.prize("kompu-n", Rarity.N, 1).item()),
            withHalf("kompu"),
            Set.of());
    assertEquals(
        "gacha.against_law",
        assertThrows(BannerAgainstLaw.class, () -> hall.create(wanted)).code());
    assertEquals(0, hall.sql.number("select count(*) from encore.banner where code = 'kompu'"));
    Instant far = NOW.plus(Duration.ofDays(30));
    assertThrows(BannerAgainstLaw.class, () -> next(new Rules(withHalf("sky")), far));
  }

  private static Design withHalf(String banner) {
    return Design.simple(
        banner,
        "Asia/Tokyo",
        List.of("SSR", "N"),
        List.of(
            DrawHall.prize("moon-half", Rarity.SSR, 10_000).entry(),
            DrawHall.prize(banner + "-n", Rarity.N, 990_000).entry()),
        List.of(new Design.Price(1, 300)));
  }

  /** Two halves, and a reward for who has both. */
  private static List<Long> rewardedSet(Sql sql) {
    Collections collections = new Collections(sql, DrawHall.at(NOW));
    List<Item> halves =
        collections.create(
            artist(sql),
            List.of(
                DrawHall.prize("moon-half", Rarity.SSR, 1).item(),
                DrawHall.prize("sun-half", Rarity.SSR, 1).item()));
    long reward =
        sql.insert(
            "insert into encore.reward (code, artist_id, item_id, name, description, price_medals,"
                + " stock, limit_per_fan, opens_at, closes_at, created_at)"
                + " values ('both-halves', ?, ?, 'Both', '', 1, 1, 1, ?, ?, ?) returning id",
            artist(sql),
            halves.get(0).id(),
            NOW,
            NOW.plusSeconds(60),
            NOW);
    for (Item half : halves) {
      sql.update(
          "insert into encore.reward_condition (reward_id, item_id) values (?, ?)",
          reward,
          half.id());
    }
    return halves.stream().map(Item::id).toList();
  }

  private static void refused(Reason reason, Markets markets, String country, LocalDate birth) {
    assertEquals(
        reason,
        assertThrows(MarketClosed.class, () -> markets.admit(sky(NOW), country, birth, NOW))
            .reason());
  }
}
