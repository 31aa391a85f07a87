package fan.encore.analytics.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of columns as numbers for SVG, drawn by the server: it needs no script, follows the
 * colours of the page, and changes without a flicker.
 *
 * @param bars from left to right
 * @param highest what the top line of the chart means, as people read it
 */
public record Columns(List<Bar> bars, String highest) {

  /** Width of the drawing. */
  public static final int WIDTH = 640;

  /** Height of the columns. */
  public static final int HEIGHT = 180;

  private static final int MOST_LABELS = 6;
  private static final int LEAST_PLACES = 12;
  private static final double GAP = 0.25;

  /**
   * One column.
   *
   * @param label under it, or empty where there is no room for each
   * @param title what it is, in words
   */
  public record Bar(
      String x, String y, String width, String height, String middle, String label, String title) {}

  /** What a column shows. */
  public record Value(String label, long size, String title) {}

  /**
   * @param shown how the highest value is written; zero where all are
   */
  public static Columns of(List<Value> values, String shown) {
    long most = Math.max(1, values.stream().mapToLong(Value::size).max().orElse(0));
    double step = (double) WIDTH / Math.max(LEAST_PLACES, values.size());
    int every = Math.max(1, (values.size() + MOST_LABELS - 1) / MOST_LABELS);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      double height = (double) HEIGHT * value.size() / most;
      bars.add(
          new Bar(
              number(i * step + step * GAP / 2),
              number(HEIGHT - height),
              number(step * (1 - GAP)),
              number(height),
              number(i * step + step / 2),
              i % every == 0 ? value.label() : "",
              value.title()));
    }
    return new Columns(bars, shown);
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value * 10) / 10.0);
  }
}
