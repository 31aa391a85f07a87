package fan.encore.app.demo;

/**
 * Pictures of the demonstration, drawn as SVG from a seed: the same seed gives the same picture,
 * and each is smaller than 8 KB. Artists and prizes are square, banners and events 16:9; all of
 * them keep what matters in the middle.
 */
final class DemoArt {

  private DemoArt() {}

  /** A portrait; groups of three where the seed sounds like a band. */
  static String artist(String seed) {
    Canvas on = new Canvas(640, 640, Palette.of(seed), seed);
    Scenery.sky(on);
    int ground = on.pick(0, 3);
    if (ground == 0) {
      Scenery.sun(on, 320, 290, 220);
    } else if (ground == 1) {
      Scenery.rays(on, 320, 300, 18);
      on.circle(320, 300, 214, on.palette.haze()).ring(320, 300, 240, 5, on.palette.spark());
    } else {
      on.circle(320, 300, 320, on.shine(on.palette.spark()));
      for (int ring = 0; ring < 3; ring++) {
        on.ring(320, 300, 190 + ring * 46, 10 - ring * 3, on.palette.glow());
      }
    }
    Scenery.sparkles(on, 18);
    if (isBand(seed)) {
      band(on, look(seed));
    } else {
      Figures.bust(on, look(seed), on.linear(on.palette.haze(), on.palette.dusk(), 0));
      Figures.microphone(on, 424, 470, 0.9);
    }
    return on.svg();
  }

  /** An invitation to draw: somebody in the light, cards in the air. */
  static String banner(String seed) {
    Canvas on = new Canvas(640, 360, Palette.of(seed), seed);
    Scenery.sky(on);
    Scenery.rays(on, 430, 190, 20);
    on.circle(430, 190, 260, on.shine(on.palette.spark()));
    on.ring(430, 180, 150, 6, on.palette.spark()).ring(430, 180, 172, 2, on.palette.glow());
    Scenery.sparkles(on, 26);
    on.open(238, 32, 0.6, 1);
    Figures.bust(on, look(seed), on.linear(on.palette.haze(), on.palette.night(), 0));
    on.close();
    for (int card = 0; card < 4; card++) {
      on.turn(-24 + card * 14, 140, 420);
      on.rect(84, 96, 112, 158, 14, on.palette.spark());
      String face = card == 3 ? on.palette.haze() : on.palette.dusk();
      on.rect(92, 104, 96, 142, 9, on.linear(on.palette.glow(), face, card * 20));
      on.star(140, 175, 34, on.palette.spark()).close();
    }
    return on.svg();
  }

  /**
   * The poster of an evening.
   *
   * @param category name of an {@link fan.encore.event.EventCategory}
   */
  static String event(String seed, String category) {
    Canvas on = new Canvas(640, 360, Palette.of(seed), seed);
    Scenery.sky(on);
    switch (category) {
      case "FESTIVAL" -> festival(on);
      case "CLUB" -> club(on);
      case "FAN_MEETING" -> meeting(on);
      case "THEATRE" -> theatre(on);
      case "CLASSICAL" -> recital(on);
      default -> concert(on);
    }
    return on.svg();
  }

  /**
   * Something to own, in the frame of its rarity.
   *
   * @param rarity name of a {@link fan.encore.collection.Rarity}
   */
  static String prize(String rarity, String seed) {
    String family = seed.replaceFirst("-[a-z]+-\\d+$", "");
    Canvas on = new Canvas(400, 400, Palette.of(family), seed);
    Trinkets.frame(on, rarity);
    Trinkets.draw(on, Trinkets.kind(rarity, family, seed));
    Trinkets.shine(on, rarity);
    return on.svg();
  }

  private static void concert(Canvas on) {
    Scenery.beams(on, 5);
    on.rect(0, 276, on.width, 90, 0, on.linear(on.palette.dusk(), on.palette.night(), 0));
    on.circle(320, 250, 190, on.shine(on.palette.spark()));
    Figures.guitarist(on, 180, 288, 0.72, on.palette.night());
    Figures.singer(on, 320, 292, 0.85, on.palette.night());
    Figures.guitarist(on, 470, 288, 0.72, on.palette.night());
    Scenery.crowd(on, 300, false);
  }

  private static void festival(Canvas on) {
    Scenery.sun(on, 320, 190, 120);
    Scenery.town(on, 280, on.palette.dusk());
    on.path("M0 300Q160 232 330 288T640 262V360H0Z", on.palette.night());
    Scenery.bunting(on);
    Figures.singer(on, 322, 276, 0.42, on.palette.night());
    Scenery.crowd(on, 304, false);
  }

  private static void club(Canvas on) {
    Scenery.beams(on, 6);
    on.line("M320 0V44", on.palette.spark(), 3);
    on.circle(320, 84, 110, on.shine(on.palette.spark()));
    on.circle(320, 84, 44, on.linear(on.palette.spark(), on.palette.haze(), 30));
    on.line(
        "M280 66H360M276 84H364M280 102H360M300 46Q286 84 300 122M340 46Q354 84 340 122M320 40V128",
        on.palette.dusk(),
        2);
    Figures.desk(on, 320, 330, 0.78);
    Scenery.crowd(on, 318, true);
  }

  private static void meeting(Canvas on) {
    on.circle(320, 150, 230, on.shine(on.palette.spark()));
    for (int heart = 0; heart < 9; heart++) {
      on.open(on.pick(20, 600), on.pick(10, 170), on.pick(6, 16) / 10.0, 0.8);
      on.path("M0 10C-22 -8 -12 -26 0 -14C12 -26 22 -8 0 10Z", on.palette.spark()).close();
    }
    on.open(146, 78, 0.36, 1);
    Figures.bust(on, on.pick(0, 3), on.palette.haze());
    on.close().open(262, 78, 0.36, 1);
    Figures.bust(on, on.pick(3, Figures.LOOKS), on.palette.dusk());
    on.close();
    Scenery.crowd(on, 296, true);
  }

  private static void theatre(Canvas on) {
    on.ground(on.linear(on.palette.night(), on.palette.dusk(), 0));
    on.path("M300 -10H340L470 330H170Z", on.fade(on.palette.spark()));
    on.open(0, 0, 1, 0.9)
        .path("M150 322A170 30 0 1 1 490 322A170 30 0 1 1 150 322Z", on.palette.glow())
        .close();
    Figures.singer(on, 320, 322, 0.95, on.palette.night());
    Scenery.curtains(on);
    Scenery.sparkles(on, 6);
  }

  private static void recital(Canvas on) {
    for (int pipe = 0; pipe < 17; pipe++) {
      double high = 210 - Math.abs(pipe - 8) * 15.0;
      on.rect(
          80 + pipe * 29,
          262 - high,
          19,
          high,
          9,
          on.linear(on.palette.glow(), on.palette.dusk(), 0));
    }
    on.circle(320, 200, 240, on.shine(on.palette.spark()));
    on.rect(0, 262, on.width, 100, 0, on.linear(on.palette.haze(), on.palette.night(), 0));
    Figures.piano(on, 330, 322, 0.95);
    Scenery.sparkles(on, 12);
  }

  private static void band(Canvas on, int look) {
    String[] cloth = {on.palette.dusk(), on.palette.night(), on.palette.haze()};
    double[][] places = {{-66, 92, 0.82}, {212, 92, 0.82}, {20, 66, 0.94}};
    for (int member = 0; member < places.length; member++) {
      double[] place = places[member];
      on.open(place[0], place[1], place[2], 1);
      Figures.bust(on, (look + member * 3) % Figures.LOOKS, cloth[member]);
      on.close();
    }
  }

  private static boolean isBand(String seed) {
    return seed.startsWith("the-") || seed.startsWith("studio-") || seed.contains("-and-");
  }

  private static int look(String seed) {
    if (seed.contains("kitsune") || seed.contains("shrine")) {
      return 2;
    }
    if (seed.startsWith("dj-")) {
      return 5;
    }
    int look = Palette.spread("look " + seed) % (Figures.LOOKS - 1);
    return look == 2 ? Figures.LOOKS - 1 : look;
  }
}
