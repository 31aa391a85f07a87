package fan.encore.app.demo;

/** People and instruments, in flat shapes. */
final class Figures {

  static final int LOOKS = 8;

  private static final String SHOULDERS =
      "M98 660C104 512 196 484 268 462L268 390L372 390L372 462C444 484 536 512 542 660Z";
  private static final String SLEEVES =
      "M98 660C104 512 196 484 268 462Q320 520 372 462C444 484 536 512 542 660Z";

  private Figures() {}

  /** Head and shoulders of somebody, 640 by 640, with one of {@link #LOOKS} looks. */
  static void bust(Canvas on, int look, String cloth) {
    Palette colours = on.palette;
    String hair = look % 2 == 0 ? colours.night() : colours.dusk();
    on.open(-14, 0, 1, 0.9).path(SHOULDERS, colours.glow()).circle(320, 300, 102, colours.glow());
    on.close();
    behind(on, look, hair);
    on.path(SHOULDERS, colours.spark());
    on.path("M268 430Q320 470 372 430L372 400L268 400Z", colours.glow());
    on.path(SLEEVES, cloth);
    on.path(
        "M232 290C232 190 408 190 408 290C408 372 372 418 320 418C268 418 232 372 232 290Z",
        colours.spark());
    on.open(0, 0, 1, 0.35);
    on.path("M320 214C420 214 420 360 372 400C356 412 338 418 320 418Z", colours.glow()).close();
    before(on, look, hair);
  }

  private static void behind(Canvas on, int look, String hair) {
    switch (look) {
      case 0 -> on.path("M212 300C190 120 450 120 428 300L452 560Q320 600 188 560Z", hair);
      case 1 -> on.path("M206 290C196 140 444 140 434 290L440 410Q320 470 200 410Z", hair);
      case 2 -> on.path("M196 250L214 92L300 176L340 176L426 92L444 250Z", hair);
      case 3 -> on.circle(320, 250, 158, hair);
      case 4 -> on.circle(320, 150, 62, hair).circle(320, 262, 108, hair);
      case 5 -> on.path("M214 330C190 150 450 150 426 330Z", hair);
      case 6 ->
          on.path(
              "M208 300C180 130 460 130 432 300L470 520Q440 470 430 520Q320 560 210 520"
                  + "Q200 470 170 520Z",
              hair);
      default -> on.circle(320, 264, 112, hair);
    }
  }

  private static void before(Canvas on, int look, String hair) {
    switch (look) {
      case 0, 1 -> on.path("M226 320C214 170 426 170 414 320L396 270Q320 236 244 270Z", hair);
      case 2 -> {
        on.path("M226 312C214 176 426 176 414 312L372 232L346 274L318 226L284 276L262 240Z", hair);
        on.path("M226 190L232 128L270 172Z M414 190L408 128L370 172Z", on.palette.glow());
      }
      case 3 -> on.path("M228 290C224 180 416 180 412 290Q320 214 228 290Z", hair);
      case 4 -> on.path("M228 290C226 180 414 180 412 290Q380 222 300 226Q250 232 228 290Z", hair);
      case 5 -> headphones(on, hair);
      case 6 -> on.path("M224 320C214 160 426 160 416 320Q410 250 350 222Q300 290 224 320Z", hair);
      default -> {
        on.path("M150 238Q320 178 490 238Q320 282 150 238Z", hair);
        on.path("M226 226Q232 118 320 132Q408 118 414 226Q320 200 226 226Z", hair);
        on.path("M226 222Q320 192 414 222L414 204Q320 176 226 204Z", on.palette.glow());
      }
    }
  }

  private static void headphones(Canvas on, String hair) {
    on.path("M230 270C230 180 410 180 410 270Q320 218 230 270Z", hair);
    on.line("M216 310C196 130 444 130 424 310", on.palette.glow(), 20);
    on.rect(192, 276, 44, 92, 22, on.palette.haze()).rect(404, 276, 44, 92, 22, on.palette.haze());
  }

  /** A microphone on its stand; its head at the point. */
  static void microphone(Canvas on, double x, double y, double scale) {
    on.open(x, y, scale, 1);
    on.line("M0 30L26 260", on.palette.night(), 9);
    on.turn(-14, 0, 0).rect(-17, 6, 34, 74, 14, on.palette.night());
    on.rect(-25, -52, 50, 66, 25, on.linear(on.palette.spark(), on.palette.glow(), 0));
    on.line("M-22 -30H22M-24 -12H24", on.palette.night(), 3).close().close();
  }

  /** Somebody singing, arm up, feet at the point; 220 high. */
  static void singer(Canvas on, double x, double y, double scale, String fill) {
    on.open(x, y, scale, 1).circle(0, -196, 22, fill);
    on.path("M-26 -168Q0 -182 26 -168L22 -92L34 0H12L2 -82L-14 0H-36L-22 -92Z", fill);
    on.line("M22 -160L52 -200L40 -246", fill, 13).line("M-22 -160L-40 -126L-14 -176", fill, 12);
    on.circle(-10, -182, 7, on.palette.spark()).close();
  }

  /** Somebody with a guitar, feet at the point. */
  static void guitarist(Canvas on, double x, double y, double scale, String fill) {
    on.open(x, y, scale, 1).circle(4, -192, 22, fill);
    on.path("M-24 -166Q2 -180 28 -166L24 -92L44 0H20L4 -82L-22 0H-46L-22 -92Z", fill);
    on.turn(-24, 0, -110).circle(-8, -106, 25, on.palette.haze());
    on.circle(22, -106, 19, on.palette.haze()).rect(30, -111, 84, 10, 3, on.palette.glow());
    on.circle(4, -106, 7, on.palette.night()).close();
    on.line("M-22 -158L-36 -118L2 -106M26 -158L56 -140L66 -146", fill, 11).close();
  }

  /** A grand piano with its lid up, feet at the point. */
  static void piano(Canvas on, double x, double y, double scale) {
    String dark = on.palette.night();
    on.open(x, y, scale, 1);
    on.path("M-120 -96L40 -226Q150 -210 128 -112L128 -96Z", on.linear(on.palette.dusk(), dark, 0));
    on.path("M-140 -96H140V-58H-140Z", dark).rect(-140, -74, 150, 12, 0, on.palette.spark());
    on.line("M-112 -58V0M112 -58V0M0 -58V-6M-70 -96L20 -186", dark, 9).close();
  }

  /** A mixing desk with two turntables and somebody behind it; its foot at the point. */
  static void desk(Canvas on, double x, double y, double scale) {
    String dark = on.palette.night();
    on.open(x, y, scale, 1).circle(0, -190, 34, dark);
    on.path("M-70 -90Q-70 -150 0 -152Q70 -150 70 -90Z", dark);
    on.line("M-36 -196A36 36 0 0 1 36 -196", on.palette.glow(), 9);
    on.line("M-58 -120L-104 -100M58 -120L104 -100", dark, 18);
    on.rect(-190, -96, 380, 100, 12, on.linear(on.palette.night(), on.palette.dusk(), 0));
    for (int side : new int[] {-1, 1}) {
      on.ring(side * 112, -46, 34, 8, on.palette.glow())
          .circle(side * 112.0, -46, 12, on.palette.spark());
    }
    on.line("M-34 -70V-22M0 -70V-22M34 -70V-22", on.palette.haze(), 6);
    on.circle(-34, -50, 8, on.palette.spark()).circle(0, -34, 8, on.palette.spark());
    on.circle(34, -58, 8, on.palette.spark()).close();
  }
}
