package fan.encore.app.demo;

/** What gacha prizes look like: thirteen things, and the frame that tells their rarity. */
final class Trinkets {

  private static final int KINDS = 13;

  private Trinkets() {}

  /** The thing of a prize; prizes of one banner differ. */
  static int kind(String rarity, String family, String seed) {
    int number = seed.charAt(seed.length() - 1) - '0';
    int shelf =
        switch (rarity) {
          case "SSR" -> 0;
          case "SR" -> 3;
          case "R" -> 6;
          default -> 9;
        };
    return Math.floorMod(family.hashCode() + shelf + number, KINDS);
  }

  /** The ground: the rarer, the more light. */
  static void frame(Canvas on, String rarity) {
    Palette colours = on.palette;
    switch (rarity) {
      case "SSR" -> {
        on.ground(on.linear("#fff1c4", "#f08a24", 35));
        Scenery.rays(on, 200, 200, 22);
        on.rect(20, 20, 360, 360, 34, on.linear(colours.haze(), colours.night(), 20));
        on.circle(200, 200, 190, on.shine("#ffd873"));
      }
      case "SR" -> {
        on.ground(on.linear("#e3c8ff", "#7432c9", 35));
        on.rect(20, 20, 360, 360, 34, on.linear(colours.haze(), colours.dusk(), 0));
        on.circle(200, 200, 175, on.shine("#d9b3ff"));
      }
      case "R" -> {
        on.ground(on.linear("#c8e2ff", "#2a62c4", 35));
        on.rect(20, 20, 360, 360, 34, on.linear(colours.dusk(), colours.haze(), 0));
        on.circle(200, 200, 160, on.shine("#8fc0ff"));
      }
      default -> {
        on.ground(on.linear("#e9e4ee", "#9a90a6", 35));
        on.rect(20, 20, 360, 360, 34, on.linear(colours.dusk(), colours.night(), 0));
      }
    }
  }

  /** Sparkles over the thing: none for the common, many for the rarest. */
  static void shine(Canvas on, String rarity) {
    int count =
        switch (rarity) {
          case "SSR" -> 10;
          case "SR" -> 5;
          case "R" -> 2;
          default -> 0;
        };
    for (int spark = 0; spark < count; spark++) {
      double angle = Math.PI * 2 * spark / count + on.pick(0, 100) / 100.0;
      double far = on.pick(120, 165);
      on.sparkle(
          200 + far * Math.cos(angle), 200 + far * Math.sin(angle), on.pick(10, 24), "#fffbe8");
    }
  }

  /** The thing itself, in the middle of 400 by 400. */
  static void draw(Canvas on, int kind) {
    on.turn(on.pick(-12, 12), 200, 200);
    switch (kind) {
      case 0 -> record(on);
      case 1 -> cassette(on);
      case 2 -> Figures.microphone(on, 184, 130, 1.05);
      case 3 -> pick(on);
      case 4 -> penlights(on);
      case 5 -> on.star(200, 206, 112, on.linear(on.palette.spark(), on.palette.glow(), 0));
      case 6 -> ticket(on);
      case 7 -> photo(on);
      case 8 -> headphones(on);
      case 9 -> notes(on);
      case 10 -> lantern(on);
      case 11 -> fan(on);
      default -> heart(on);
    }
    on.close();
  }

  private static void record(Canvas on) {
    on.rect(92, 104, 190, 190, 10, on.linear(on.palette.glow(), on.palette.haze(), 0));
    on.circle(236, 199, 92, on.palette.night());
    on.ring(236, 199, 72, 2, on.palette.dusk()).ring(236, 199, 54, 2, on.palette.dusk());
    on.circle(236, 199, 34, on.palette.glow()).circle(236, 199, 8, on.palette.spark());
  }

  private static void cassette(Canvas on) {
    on.rect(84, 124, 232, 152, 16, on.palette.spark())
        .rect(104, 142, 192, 60, 8, on.palette.glow());
    on.rect(128, 208, 144, 46, 23, on.palette.night());
    on.circle(156, 231, 15, on.palette.spark()).circle(244, 231, 15, on.palette.spark());
    on.line("M120 162H280M120 180H230", on.palette.night(), 5);
  }

  private static void pick(Canvas on) {
    on.path(
        "M92 132Q200 74 308 132Q318 228 200 326Q82 228 92 132Z",
        on.linear(on.palette.glow(), on.palette.haze(), 0));
    on.star(200, 184, 48, on.palette.spark());
  }

  private static void penlights(Canvas on) {
    String[] lights = {on.palette.glow(), on.palette.spark(), on.palette.haze()};
    for (int light = 0; light < lights.length; light++) {
      on.turn(-28 + light * 28, 200, 330).circle(200, 150, 60, on.shine(lights[light]));
      on.rect(186, 84, 28, 150, 14, lights[light]).rect(184, 226, 32, 84, 8, on.palette.night());
      on.rect(184, 238, 32, 6, 0, on.palette.spark()).close();
    }
  }

  private static void ticket(Canvas on) {
    on.path(
        "M76 146H324V182A20 20 0 0 0 324 222V258H76V222A20 20 0 0 0 76 182Z",
        on.linear(on.palette.spark(), on.palette.glow(), 0));
    on.line("M252 156V166M252 180V190M252 204V214M252 228V238", on.palette.night(), 5);
    on.line("M104 176H214M104 200H190M104 224H170", on.palette.dusk(), 7);
    on.star(288, 202, 20, on.palette.haze());
  }

  private static void photo(Canvas on) {
    on.rect(104, 76, 192, 240, 8, on.palette.spark());
    on.rect(120, 92, 160, 168, 4, on.linear(on.palette.haze(), on.palette.glow(), 20));
    on.circle(200, 160, 34, on.palette.night());
    on.path("M138 260Q140 204 200 202Q260 204 262 260Z", on.palette.night());
    on.line("M136 288H226", on.palette.haze(), 6);
  }

  private static void headphones(Canvas on) {
    on.line("M104 236C96 92 304 92 296 236", on.palette.glow(), 22);
    on.rect(82, 208, 58, 98, 28, on.palette.spark()).rect(260, 208, 58, 98, 28, on.palette.spark());
    on.rect(120, 222, 20, 70, 10, on.palette.haze()).rect(260, 222, 20, 70, 10, on.palette.haze());
  }

  private static void notes(Canvas on) {
    on.path("M148 130L292 98V132L148 164Z", on.palette.glow());
    on.rect(148, 132, 15, 146, 0, on.palette.spark())
        .rect(277, 100, 15, 146, 0, on.palette.spark());
    on.circle(130, 278, 33, on.palette.spark()).circle(259, 246, 33, on.palette.spark());
  }

  private static void lantern(Canvas on) {
    on.circle(200, 205, 140, on.shine(on.palette.glow()))
        .line("M200 70V104", on.palette.spark(), 5);
    on.path(
        "M150 112H250Q330 205 250 298H150Q70 205 150 112Z",
        on.linear(on.palette.spark(), on.palette.haze(), 0));
    on.line("M128 145H272M108 185H292M108 225H292M128 265H272", on.palette.dusk(), 3);
    on.rect(148, 98, 104, 18, 6, on.palette.night()).rect(148, 294, 104, 18, 6, on.palette.night());
    on.line("M200 312V346", on.palette.glow(), 6);
  }

  private static void fan(Canvas on) {
    on.rect(189, 230, 22, 110, 10, on.palette.night());
    on.circle(200, 180, 106, on.linear(on.palette.spark(), on.palette.glow(), 0));
    on.path("M200 244C96 168 142 88 200 138C258 88 304 168 200 244Z", on.palette.haze());
    on.ring(200, 180, 100, 4, on.palette.night());
  }

  private static void heart(Canvas on) {
    on.path(
        "M200 318C40 206 98 72 200 148C302 72 360 206 200 318Z",
        on.linear(on.palette.glow(), on.palette.haze(), 0));
    on.open(0, 0, 1, 0.7).line("M128 188Q130 146 166 142", on.palette.spark(), 13).close();
  }
}
