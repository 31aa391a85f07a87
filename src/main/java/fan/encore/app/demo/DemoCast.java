package fan.encore.app.demo;

import fan.encore.account.Enrol;
import fan.encore.account.Enrolment;
import fan.encore.account.Passwords;
import fan.encore.account.Role;
import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.artist.CreateArtist;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.gacha.BannerCard;
import fan.encore.gacha.Banners;
import fan.encore.gacha.CreateBanner;
import fan.encore.gacha.NewPrize;
import fan.encore.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of each role, the artists and their banners. */
@ApplicationScoped
public class DemoCast {

  /**
   * The password of every demonstration account; they exist only where {@code ENCORE_DEMO} is true.
   */
  static final String PASSWORD = "encore-demo-2026";

  static final String FAN = "mika@encore.example";
  static final String CREW = "crew@encore.example";
  static final String ORGANIZER = "organizer@encore.example";

  private static final String SVG = "image/svg+xml";

  @Inject private DemoScript script;
  @Inject private Enrolment enrolment;
  @Inject private Passwords passwords;
  @Inject private Artists artists;
  @Inject private Banners banners;
  @Inject private Storage storage;
  @Inject private Clock clock;

  /** Skips whoever is there already. */
  public void enter() {
    String hash = passwords.hash(PASSWORD);
    person("admin@encore.example", "Kei Administrator", hash, Role.ADMIN);
    person("finance@encore.example", "Robin Finance", hash, Role.FINANCE);
    person(ORGANIZER, "Northern Light Concerts", hash, Role.ORGANIZER);
    person("promoter@encore.example", "Southern Cross Live", hash, Role.ORGANIZER);
    person("artist@encore.example", "Hoshino Akari", hash, Role.ARTIST);
    person(FAN, "Mika Tanaka", hash, Role.FAN);
    person(CREW, "Jun Kobayashi", hash, Role.FAN);
    Set<String> known = artists.list().stream().map(Artist::code).collect(Collectors.toSet());
    script.part("artists").stream()
        .filter(entry -> !known.contains(entry.getString("code")))
        .forEach(this::artist);
    Set<String> open = banners.list().stream().map(BannerCard::code).collect(Collectors.toSet());
    script.part("banners").stream()
        .filter(entry -> !open.contains(entry.getString("code")))
        .forEach(this::banner);
  }

  private void person(String email, String name, String hash, Role role) {
    if (!enrolment.taken(email)) {
      enrolment.enrol(
          new Enrol(email, name, hash, "en", LocalDate.of(1996, 4, 12), "JP", null, Set.of(role)));
    }
  }

  private void artist(JsonObject entry) {
    String code = entry.getString("code");
    artists.create(
        new CreateArtist(
            code,
            entry.getString("name"),
            entry.getString("tagline"),
            entry.getString("biography"),
            picture("artist", DemoArt.artist(code)),
            entry.containsKey("owner")
                ? enrolment.numberOf(entry.getString("owner")).orElseThrow()
                : null));
  }

  private void banner(JsonObject entry) {
    String code = entry.getString("code");
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    Instant opensAt = today.plus(Duration.ofDays(entry.getInt("opens")));
    Instant closesAt = today.plus(Duration.ofDays(entry.getInt("closes")));
    String picture = picture("banner", DemoArt.banner(code));
    banners.create(
        entry.containsKey("rules")
            ? ruled(entry, picture, opensAt, closesAt)
            : simple(entry, picture, opensAt, closesAt));
  }

  private CreateBanner ruled(JsonObject entry, String picture, Instant opensAt, Instant closesAt) {
    return new CreateBanner(
        entry.getString("artist"),
        entry.getString("code"),
        entry.getString("title"),
        entry.getString("story"),
        picture,
        opensAt,
        closesAt,
        prizes(entry, this::item),
        DemoRules.of(entry),
        Set.of());
  }

  private CreateBanner simple(JsonObject entry, String picture, Instant opensAt, Instant closesAt) {
    return new CreateBanner(
        entry.getString("artist"),
        entry.getString("code"),
        entry.getString("title"),
        entry.getString("story"),
        picture,
        opensAt,
        closesAt,
        entry.getInt("one"),
        entry.getInt("ten"),
        prizes(entry, prize -> new NewPrize(item(prize), prize.getInt("weight"))));
  }

  private static <T> List<T> prizes(JsonObject entry, Function<JsonObject, T> reader) {
    return entry.getJsonArray("prizes").getValuesAs(JsonObject.class).stream().map(reader).toList();
  }

  private NewItem item(JsonObject entry) {
    String code = entry.getString("code");
    String rarity = entry.getString("rarity");
    return new NewItem(
        code,
        entry.getString("name"),
        Rarity.valueOf(rarity),
        picture("prize", DemoArt.prize(rarity, code)));
  }

  private String picture(String folder, String drawing) {
    return storage.putPublic(folder, SVG, drawing.getBytes(StandardCharsets.UTF_8));
  }
}
