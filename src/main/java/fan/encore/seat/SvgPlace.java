package fan.encore.seat;

import java.awt.geom.AffineTransform;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a drawing has moved and turned what is in a group. */
record SvgPlace(AffineTransform transform) {

  static final SvgPlace NOWHERE = new SvgPlace(new AffineTransform());

  private static final Pattern STEP = Pattern.compile("([a-zA-Z]+)\\s*\\(([^)]*)\\)");

  /**
   * @param steps value of the attribute {@code transform}; what is not known there is left out
   */
  SvgPlace then(String steps) {
    AffineTransform all = new AffineTransform(transform);
    Matcher step = STEP.matcher(steps);
    while (step.find()) {
      double[] n =
          Stream.of(step.group(2).strip().split("[\\s,]+")).mapToDouble(SvgTag::parsed).toArray();
      all.concatenate(step(step.group(1), n));
    }
    return new SvgPlace(all);
  }

  private static AffineTransform step(String name, double[] n) {
    if (name.equals("matrix") && n.length == 6) {
      return new AffineTransform(n);
    }
    double second = n.length > 1 ? n[1] : 0;
    return switch (name) {
      case "translate" -> AffineTransform.getTranslateInstance(n[0], second);
      case "scale" -> AffineTransform.getScaleInstance(n[0], n.length > 1 ? second : n[0]);
      case "rotate" ->
          AffineTransform.getRotateInstance(Math.toRadians(n[0]), second, n.length > 2 ? n[2] : 0);
      default -> new AffineTransform();
    };
  }

  double[] of(double x, double y) {
    double[] at = {x, y};
    transform.transform(at, 0, at, 0, 1);
    return new double[] {RowShape.rounded(at[0]), RowShape.rounded(at[1])};
  }

  /** Degrees clockwise. */
  double rotation() {
    double degrees = Math.toDegrees(Math.atan2(transform.getShearY(), transform.getScaleX()));
    return RowShape.rounded(degrees) + 0.0;
  }
}
