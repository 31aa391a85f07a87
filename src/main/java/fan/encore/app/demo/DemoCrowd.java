package fan.encore.app.demo;

import fan.encore.account.Enrol;
import fan.encore.account.Enrolment;
import fan.encore.account.Passwords;
import fan.encore.account.Role;
import fan.encore.app.SystemEntrance;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Two hundred fans who buy, draw and go out; the same ones every time. */
@ApplicationScoped
public class DemoCrowd {

  private static final Logger LOG = Logger.getLogger(DemoCrowd.class.getName());
  private static final int FANS = 200;
  private static final int AT_ONCE = 2;
  private static final long SEED = 20261121L;

  private static final String[] FIRST = {
    "Yuto", "Chiamaka", "Léa", "Jonas", "Sakura", "Emma", "Tunde", "Noah", "Haruka", "Olivia",
    "Kenji", "Zainab", "Hugo", "Mia", "Riku", "Grace", "Ngozi", "Louis", "Aoi", "Femi"
  };
  private static final String[] LAST = {
    "Sato", "Obi", "Moreau", "Weber", "Ito", "Novak", "Bello", "Kim", "Mori", "Reyes"
  };
  private static final String[] COUNTRIES = {"JP", "NG", "FR", "DE", "US"};

  @Resource private ManagedExecutorService threads;
  @Inject private SystemEntrance system;
  @Inject private Enrolment enrolment;
  @Inject private Passwords passwords;
  @Inject private DemoEvening evening;
  @Inject private DemoRegular regular;
  @Inject private DemoResale resale;

  /** Skips whoever came before; one fan's bad luck does not keep the others out. */
  public void come() {
    String hash = passwords.hash(DemoCast.PASSWORD);
    if (!enrolment.taken("fan1@encore.example")) {
      welcome(enrolment.numberOf(DemoCast.FAN).orElseThrow());
    }
    List<Future<?>> lanes = new ArrayList<>();
    for (int lane = 0; lane < AT_ONCE; lane++) {
      int first = lane;
      lanes.add(threads.submit(() -> system.run(() -> walk(first, hash))));
    }
    for (Future<?> lane : lanes) {
      await(lane);
    }
    sell();
    LOG.info("The demonstration data are complete");
  }

  private void walk(int first, String hash) {
    for (int number = first; number < FANS; number += AT_ONCE) {
      String email = "fan" + (number + 1) + "@encore.example";
      if (!enrolment.taken(email)) {
        spend(enrolment.enrol(fan(email, number, hash)), number);
      }
    }
  }

  private void welcome(long account) {
    try {
      regular.of(account);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The demonstration's regular went home early");
    }
  }

  private void sell() {
    try {
      resale.offer();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The demonstration's crowd sells nothing");
    }
  }

  private void spend(long account, int number) {
    try {
      if (number < DemoResale.SELLERS) {
        resale.buy(account);
      }
      evening.of(account, new Random(SEED + number), DemoEvening.CURRENCIES[number % 4]);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "A demonstration fan went home early");
    }
  }

  private static Enrol fan(String email, int number, String hash) {
    String name = FIRST[number % FIRST.length] + " " + LAST[number / FIRST.length % LAST.length];
    LocalDate born = LocalDate.of(1970 + number % 36, 1 + number % 12, 1 + number % 28);
    String country = COUNTRIES[number % COUNTRIES.length];
    String language = country.equals("JP") ? "ja" : "en";
    return new Enrol(email, name, hash, language, born, country, null, Set.of(Role.FAN));
  }

  private static void await(Future<?> lane) {
    try {
      lane.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "A lane of the demonstration's crowd ended early", e);
    }
  }
}
