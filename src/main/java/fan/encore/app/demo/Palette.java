package fan.encore.app.demo;

import java.util.List;

/**
 * The colours of one picture, as hexadecimal RGB.
 *
 * @param night the darkest, of silhouettes and floors
 * @param dusk the ground of the sky
 * @param haze between dusk and glow
 * @param glow the light on the stage
 * @param spark the brightest, of small things
 */
record Palette(String night, String dusk, String haze, String glow, String spark) {

  private static final List<Palette> ALL =
      List.of(
          new Palette("#1b0f2e", "#3b1a63", "#c0376e", "#ff8f5c", "#ffe0a3"),
          new Palette("#081b33", "#0f3a5f", "#1f7a8c", "#6fe0c8", "#fff3b0"),
          new Palette("#23081f", "#5c1245", "#d62f6b", "#ff9db5", "#fff0e5"),
          new Palette("#101236", "#2b2f86", "#6a5bd6", "#9fd0ff", "#fdf6c9"),
          new Palette("#1f1206", "#6b2a12", "#d5591f", "#ffb83f", "#fff0c2"),
          new Palette("#06231c", "#0d5043", "#2a9d6f", "#b8e26a", "#fdf3c4"),
          new Palette("#200a2c", "#4d147a", "#a336c7", "#ff7bd3", "#d9fbff"),
          new Palette("#0d1524", "#243b5a", "#7b5a86", "#f2a07b", "#ffe9c9"),
          new Palette("#2a0a12", "#7a1526", "#cf3a2f", "#ffa14a", "#ffe7b8"),
          new Palette("#071d2b", "#123f6b", "#3c6fd1", "#ff86b0", "#fff1d6"));

  /** The same for the same seed, always. */
  static Palette of(String seed) {
    return ALL.get(Math.floorMod(spread(seed), ALL.size()));
  }

  /** A number of a seed in which like seeds are far apart (Fibonacci hashing). */
  static int spread(String seed) {
    return (seed.hashCode() * 0x9E3779B9) >>> 12;
  }
}
