package fan.encore.ticket;

import com.lowagie.text.pdf.PdfContentByte;
import fan.encore.ticket.PdfFonts.Weight;
import java.awt.Color;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets text on a page, line by line; lengths in points, the origin at the bottom left. */
final class PdfPen {

  private final PdfContentByte page;
  private Weight weight = Weight.REGULAR;
  private float size = 10;
  private Color colour = Color.BLACK;

  PdfPen(PdfContentByte page) {
    this.page = page;
  }

  /** Takes up another font for all text that follows. */
  PdfPen with(Weight newWeight, float newSize, Color newColour) {
    weight = newWeight;
    size = newSize;
    colour = newColour;
    return this;
  }

  float size() {
    return size;
  }

  float width(String text) {
    float width = 0;
    for (PdfFonts.Run run : PdfFonts.runs(weight, text)) {
      width += run.width(size);
    }
    return width;
  }

  /** One line, from x to the right, on the base line y. */
  void left(float x, float y, String text) {
    page.beginText();
    page.setColorFill(colour);
    page.setTextMatrix(x, y);
    for (PdfFonts.Run run : PdfFonts.runs(weight, plain(text))) {
      page.setFontAndSize(run.font(), size);
      page.showText(run.text());
    }
    page.endText();
  }

  /** One line that ends at x. */
  void right(float x, float y, String text) {
    left(x - width(plain(text)), y, text);
  }

  /** One line with its middle at x. */
  void centred(float x, float y, String text) {
    left(x - width(plain(text)) / 2, y, text);
  }

  /**
   * Text in lines of at most this width, the first one on the base line y.
   *
   * @param lines how many lines there may be; what does not fit ends in an ellipsis
   * @return the base line after the last one
   */
  float block(float x, float y, float width, int lines, float leading, String text) {
    float at = y;
    for (String line : wrap(text, width, lines)) {
      left(x, at, line);
      at -= leading;
    }
    return at;
  }

  /** Smaller and smaller, down to the least size, until the text fits so many lines. */
  PdfPen fitting(String text, float width, int lines, float least) {
    while (size > least && wrap(text, width, Integer.MAX_VALUE).size() > lines) {
      size -= 1;
    }
    return this;
  }

  private List<String> wrap(String text, float width, int most) {
    String whole = plain(text);
    List<String> lines = new ArrayList<>();
    BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
    places.setText(whole);
    StringBuilder line = new StringBuilder();
    int from = places.first();
    for (int to = places.next(); to != BreakIterator.DONE; from = to, to = places.next()) {
      String piece = whole.substring(from, to);
      if (!line.isEmpty() && width((line + piece).stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      boolean alone = line.isEmpty();
      line.append(piece);
      if (alone) {
        breakLongWord(line, width, lines);
      }
    }
    lines.add(line.toString().stripTrailing());
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    kept.set(most - 1, shortened(kept.get(most - 1), width));
    return kept;
  }

  private void breakLongWord(StringBuilder line, float width, List<String> lines) {
    while (line.length() > 1 && width(line.toString().stripTrailing()) > width) {
      int end = line.length();
      while (end > 1 && width(line.substring(0, end)) > width) {
        end = line.offsetByCodePoints(end, -1);
      }
      lines.add(line.substring(0, end));
      line.delete(0, end);
    }
  }

  private String shortened(String line, float width) {
    String shorter = line;
    while (!shorter.isEmpty() && width(shorter + "…") > width) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter.stripTrailing() + "…";
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
