package fan.encore.app.demo;

/** What stands behind and before the people in a picture: sky, light, towns, crowds. */
final class Scenery {

  private static final int CROWDED = 36;

  private Scenery() {}

  /** An evening sky with two lights far away. */
  static void sky(Canvas on) {
    Palette colours = on.palette;
    on.ground(on.linear(colours.dusk(), colours.haze(), on.pick(-25, 25)));
    on.circle(on.width * 0.85, on.height * 0.1, on.height * 0.75, on.shine(colours.glow()));
    on.circle(on.width * 0.08, on.height * 0.9, on.height * 0.7, on.shine(colours.dusk()));
  }

  /** A low sun cut into stripes. */
  static void sun(Canvas on, double x, double y, double radius) {
    on.circle(x, y, radius * 1.7, on.shine(on.palette.glow()));
    on.circle(x, y, radius, on.linear(on.palette.spark(), on.palette.glow(), 0));
    for (int stripe = 0; stripe < 5; stripe++) {
      double high = 4 + stripe * radius * 0.025;
      double top = y + radius * (0.12 + stripe * 0.18);
      on.rect(x - radius, top, radius * 2, high, 0, on.palette.haze());
    }
  }

  /** Rays from a point to all sides. */
  static void rays(Canvas on, double x, double y, int count) {
    StringBuilder data = new StringBuilder();
    for (int ray = 0; ray < count; ray++) {
      double from = Math.PI * 2 * ray / count;
      double to = from + Math.PI / count;
      data.append("M%d %d".formatted(Math.round(x), Math.round(y)));
      for (double angle : new double[] {from, to}) {
        data.append(
            "L%d %d"
                .formatted(
                    Math.round(x + 900 * Math.cos(angle)), Math.round(y + 900 * Math.sin(angle))));
      }
      data.append('Z');
    }
    on.open(0, 0, 1, 0.16).path(data.toString(), on.palette.spark()).close();
  }

  /** Light from above, one beam for each lamp. */
  static void beams(Canvas on, int count) {
    double step = on.width / (count + 1.0);
    for (int beam = 1; beam <= count; beam++) {
      long top = Math.round(step * beam);
      long foot = top + on.pick(-150, 150);
      long wide = on.pick(40, 90);
      String fill = on.fade(beam % 2 == 0 ? on.palette.spark() : on.palette.glow());
      on.path(
          "M%d -5L%d -5L%d %dL%d %dZ"
              .formatted(
                  top - 7, top + 7, foot + wide, on.height - 30, foot - wide, on.height - 30),
          fill);
      on.circle(top, 4, 9, on.palette.spark());
    }
  }

  /** Stars or confetti in the upper part. */
  static void sparkles(Canvas on, int count) {
    on.open(0, 0, 1, 0.85);
    for (int spark = 0; spark < count; spark++) {
      double x = on.pick(10, on.width - 10);
      double y = on.pick(10, on.height * 6 / 10);
      if (spark % 4 == 0) {
        on.sparkle(x, y, on.pick(7, 15), on.palette.spark());
      } else {
        on.circle(x, y, on.pick(1, 4), on.palette.spark());
      }
    }
    on.close();
  }

  /** Towers of a town on the horizon. */
  static void town(Canvas on, double floor, String fill) {
    StringBuilder data = new StringBuilder("M0 " + Math.round(floor));
    int x = 0;
    while (x < on.width) {
      int wide = on.pick(26, 62);
      long top = Math.round(floor - on.pick(20, on.height / 3));
      data.append("L%d %dL%d %d".formatted(x, top, x + wide, top));
      x += wide;
    }
    data.append("L%d %dL%d %dL0 %dZ".formatted(x, on.height, x, on.height, on.height));
    on.path(data.toString(), fill);
  }

  /** Heads and raised hands along the lower edge. */
  static void crowd(Canvas on, double floor, boolean penlights) {
    String dark = on.palette.night();
    on.rect(0, floor + 26, on.width, on.height - floor, 0, dark);
    StringBuilder people = new StringBuilder();
    for (int x = -6; x < on.width + CROWDED; x += CROWDED) {
      long y = Math.round(floor) + on.pick(8, 30);
      int head = on.pick(13, 18);
      people.append(
          "M%d %da%d %d 0 1 0 %d 0a%d %d 0 1 0 %d 0"
              .formatted(x - head, y, head, head, head * 2, head, head, -head * 2));
      people.append("m%d 66q-2 -50 %d -50t%d 50".formatted(-head / 2, head * 3 / 2, head * 3 / 2));
      if (on.pick(0, 3) == 0) {
        hand(on, x + head, y, penlights);
      }
    }
    on.path(people.toString(), dark);
  }

  private static void hand(Canvas on, double x, double y, boolean penlight) {
    int lean = on.pick(-12, 16);
    long tip = Math.round(y - 44);
    on.line(
        "M%d %dL%d %d".formatted(Math.round(x), Math.round(y + 30), Math.round(x + lean), tip),
        on.palette.night(),
        9);
    if (penlight) {
      String light = on.pick(0, 2) == 0 ? on.palette.spark() : on.palette.glow();
      on.circle(x + lean, tip - 16, 22, on.shine(light));
      on.line(
          "M%d %dL%d %d".formatted(Math.round(x + lean), tip, Math.round(x + lean + 4), tip - 30),
          light,
          6);
    }
  }

  /** Curtains left and right. */
  static void curtains(Canvas on) {
    String cloth = on.linear(on.palette.haze(), on.palette.night(), 0);
    for (int fold = 0; fold < 4; fold++) {
      int x = fold * 38;
      long hem = on.height - fold * 26L;
      on.path("M%d 0h46q-6 180 -16 %dh-46Z".formatted(x - 10, hem), cloth);
      on.path("M%d 0h-46q6 180 16 %dh46Z".formatted(on.width - x + 10, hem), cloth);
    }
    StringBuilder swags = new StringBuilder();
    for (int swag = 0; swag < 4; swag++) {
      swags.append("M%d 0q80 76 160 0Z".formatted(swag * 160));
    }
    on.path(swags.toString(), on.linear(on.palette.haze(), on.palette.dusk(), 0));
  }

  /** Little flags on a string. */
  static void bunting(Canvas on) {
    on.line("M0 28Q%d 92 %d 24".formatted(on.width / 2, on.width), on.palette.spark(), 2);
    for (int flag = 0; flag < 15; flag++) {
      double part = (flag + 0.5) / 15;
      long x = Math.round(part * on.width);
      long y =
          Math.round(28 * (1 - part) * (1 - part) + 184 * part * (1 - part) + 24 * part * part);
      String colour = flag % 3 == 0 ? on.palette.glow() : on.palette.spark();
      on.path("M%d %dh22l-11 26Z".formatted(x - 11, y), flag % 3 == 1 ? on.palette.haze() : colour);
    }
  }
}
