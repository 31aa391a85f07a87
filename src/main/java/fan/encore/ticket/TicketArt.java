package fan.encore.ticket;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfShading;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.Random;

/**
 * The band on top of a ticket: the event's picture, cropped to fill it, or stage lights drawn from
 * the event's name, always the same for the same event.
 */
final class TicketArt {

  private static final Color[][] SKIES = {
    {new Color(0x2b0f3a), new Color(0xc71d5c)},
    {new Color(0x0b1f4b), new Color(0x6a3fd1)},
    {new Color(0x06323d), new Color(0x0b8a8f)},
    {new Color(0x3a1020), new Color(0xe2572b)},
    {new Color(0x141a3a), new Color(0x2f6fd0)},
    {new Color(0x2a1236), new Color(0x9a3fb8)}
  };

  private final PdfWriter writer;
  private final PdfContentByte page;
  private final float x;
  private final float y;
  private final float width;
  private final float height;

  TicketArt(PdfWriter writer, float x, float y, float width, float height) {
    this.writer = writer;
    this.page = writer.getDirectContent();
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
  }

  /** The picture, scaled so that it covers the band. */
  void picture(Image picture) {
    float scale = Math.max(width / picture.getWidth(), height / picture.getHeight());
    float w = picture.getWidth() * scale;
    float h = picture.getHeight() * scale;
    clipped(() -> page.addImage(picture, w, 0, 0, h, x + (width - w) / 2, y + (height - h) / 2));
  }

  /**
   * @param seed the event's name for addresses
   */
  void drawn(String seed) {
    Random random = new Random(seed.hashCode());
    Color[] sky = SKIES[random.nextInt(SKIES.length)];
    clipped(
        () -> {
          page.paintShading(
              PdfShading.simpleAxial(
                  writer, x, y + height, x + width, y, sky[0], sky[1], true, true));
          beams(random);
          bars(random);
        });
  }

  private void beams(Random random) {
    for (int i = 0; i < 7; i++) {
      float top = x + width * random.nextFloat();
      float lean = (random.nextFloat() - 0.5f) * width * 0.7f;
      float half = 14 + 34 * random.nextFloat();
      veil(0.06f + 0.09f * random.nextFloat());
      page.moveTo(top, y + height + 4);
      page.lineTo(top + lean - half, y);
      page.lineTo(top + lean + half, y);
      page.closePath();
      page.fill();
    }
    for (int i = 0; i < 26; i++) {
      veil(0.15f + 0.4f * random.nextFloat());
      page.circle(
          x + width * random.nextFloat(),
          y + height * (0.25f + 0.75f * random.nextFloat()),
          0.8f + 2.4f * random.nextFloat());
      page.fill();
    }
  }

  /** A crowd of bars along the foot, like the meter of a mixing desk. */
  private void bars(Random random) {
    int count = 66;
    float step = width / count;
    veil(0.85f);
    page.setColorFill(new Color(0x120a18));
    for (int i = 0; i < count; i++) {
      double wave = Math.sin(i * 0.19 + random.nextInt(3)) * 0.5 + 0.5;
      float tall = (float) (height * (0.06 + 0.16 * wave + 0.08 * random.nextDouble()));
      page.rectangle(x + i * step + step * 0.12f, y - 1, step * 0.76f, tall + 1);
    }
    page.fill();
  }

  private void veil(float opacity) {
    PdfGState state = new PdfGState();
    state.setFillOpacity(opacity);
    page.setGState(state);
    page.setColorFill(Color.WHITE);
  }

  private void clipped(Runnable drawing) {
    page.saveState();
    page.rectangle(x, y, width, height);
    page.clip();
    page.newPath();
    drawing.run();
    page.restoreState();
  }
}
