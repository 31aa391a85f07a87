package fan.encore.ticket;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import fan.encore.shared.Texts;
import fan.encore.ticket.PdfFonts.Weight;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The document of an order: one A4 page per ticket. The upper half invites, the lower half is all
 * that the door needs; folded twice, the QR code lies whole in one quarter. Nothing relies on
 * colour.
 */
final class TicketPdf {

  private static final float WIDTH = PageSize.A4.getWidth();
  private static final float HEIGHT = PageSize.A4.getHeight();
  private static final float MARGIN = 42;
  private static final float BAND = 208;
  private static final float FOLD = HEIGHT / 2;
  private static final float COLUMN = WIDTH / 2 - MARGIN - 18;
  private static final float SECOND = WIDTH / 2 + 18;
  private static final float QR = 232;

  private static final Color INK = new Color(0x231629);
  private static final Color SOFT = new Color(0x66566d);
  private static final Color LINE = new Color(0xc9bcc4);
  private static final Color BRAND = new Color(0xb3144f);

  private final Locale locale;
  private final Image picture;

  /**
   * @param picture PNG or JPEG; anything else is not printed
   */
  TicketPdf(Locale locale, Optional<byte[]> picture) {
    this.locale = locale;
    this.picture = picture.map(TicketPdf::image).orElse(null);
  }

  /** The document's bytes; one page for each sheet, at least one. */
  byte[] of(List<TicketSheet> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    try (Document document = new Document(PageSize.A4)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      writer.setFullCompression();
      document.addTitle(sheets.get(0).title());
      document.addSubject(sheets.get(0).orderCode());
      document.addCreator("Encore");
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      for (TicketSheet sheet : sheets) {
        document.newPage();
        writer.setPageEmpty(false);
        draw(writer, sheet);
      }
    } catch (DocumentException e) {
      throw new IllegalStateException("The tickets could not be drawn", e);
    }
    return bytes.toByteArray();
  }

  private void draw(PdfWriter writer, TicketSheet sheet) {
    TicketArt band = new TicketArt(writer, 0, HEIGHT - BAND, WIDTH, BAND);
    if (picture == null) {
      band.drawn(sheet.eventSlug());
    } else {
      band.picture(picture);
    }
    PdfContentByte page = writer.getDirectContent();
    PdfPen pen = new PdfPen(page);
    labels(page, pen, sheet);
    invitation(pen, sheet);
    fold(page, pen);
    door(pen, sheet);
    code(page, pen, sheet);
    terms(pen);
  }

  private void labels(PdfContentByte page, PdfPen pen, TicketSheet sheet) {
    pen.with(Weight.BOLD, 13, INK);
    label(page, pen, MARGIN, "ENCORE");
    String count = say("ticket.pdf.count", sheet.number(), sheet.of());
    pen.with(Weight.BOLD, 11, INK);
    label(page, pen, WIDTH - MARGIN - pen.width(count) - 24, count);
  }

  private static void label(PdfContentByte page, PdfPen pen, float x, String text) {
    page.setColorFill(Color.WHITE);
    page.roundRectangle(x, HEIGHT - 52, pen.width(text) + 24, 24, 12);
    page.fill();
    pen.left(x + 12, HEIGHT - 40 - pen.size() * 0.36f, text);
  }

  private void invitation(PdfPen pen, TicketSheet sheet) {
    float y = HEIGHT - BAND - 38;
    pen.with(Weight.BOLD, 27, INK).fitting(sheet.title(), WIDTH - 2 * MARGIN, 2, 16);
    y = pen.block(MARGIN, y, WIDTH - 2 * MARGIN, 2, pen.size() * 1.2f, sheet.title());
    if (sheet.artist() != null) {
      pen.with(Weight.REGULAR, 13, BRAND);
      y = pen.block(MARGIN, y + 4, WIDTH - 2 * MARGIN, 1, 18, sheet.artist());
    }
    float facts = y - 10;
    pen.with(Weight.REGULAR, 9, SOFT).left(MARGIN, facts, say("ticket.pdf.when"));
    pen.with(Weight.BOLD, 14, INK);
    float under =
        pen.block(MARGIN, facts - 18, COLUMN, 2, 18, date(sheet.startsAt(), FormatStyle.FULL));
    pen.with(Weight.REGULAR, 12, INK).block(MARGIN, under, COLUMN, 2, 16, times(sheet));
    pen.with(Weight.REGULAR, 9, SOFT).left(SECOND, facts, say("ticket.pdf.where"));
    pen.with(Weight.BOLD, 14, INK);
    under = pen.block(SECOND, facts - 18, COLUMN, 2, 18, sheet.venue());
    pen.with(Weight.REGULAR, 12, INK).block(SECOND, under, COLUMN, 3, 16, sheet.address());
  }

  private void fold(PdfContentByte page, PdfPen pen) {
    page.saveState();
    page.setColorStroke(LINE);
    page.setLineWidth(0.7f);
    page.setLineDash(3, 4, 0);
    page.moveTo(0, FOLD);
    page.lineTo(WIDTH, FOLD);
    page.stroke();
    page.restoreState();
    pen.with(Weight.REGULAR, 7, SOFT).left(8, FOLD + 4, say("ticket.pdf.fold"));
  }

  private void door(PdfPen pen, TicketSheet sheet) {
    float y = FOLD - 44;
    y = fact(pen, y, "ticket.pdf.holder", 17, sheet.holder());
    y = fact(pen, y, "ticket.pdf.type", 17, sheet.bought(locale));
    y = fact(pen, y, "ticket.pdf.event", 12, sheet.title());
    y =
        fact(
            pen,
            y,
            "ticket.pdf.when",
            12,
            date(sheet.startsAt(), FormatStyle.MEDIUM) + "  " + times(sheet));
    y = fact(pen, y, "ticket.pdf.order_code", 12, sheet.orderCode());
    fact(pen, y, "ticket.pdf.price", 12, sheet.paid(locale));
  }

  private float fact(PdfPen pen, float y, String label, float size, String value) {
    pen.with(Weight.REGULAR, 8.5f, SOFT).left(MARGIN, y, say(label));
    pen.with(Weight.BOLD, size, INK).fitting(value, COLUMN, 1, Math.max(9, size - 5));
    return pen.block(MARGIN, y - size - 3, COLUMN, 2, pen.size() * 1.2f, value) - 11;
  }

  private void code(PdfContentByte page, PdfPen pen, TicketSheet sheet) {
    QrCode qr = QrCode.of(sheet.qr());
    float left = WIDTH - MARGIN - QR;
    float top = FOLD - 30;
    float square = QR / qr.side();
    page.setColorFill(Color.BLACK);
    qr.runs(
        (column, row, length) ->
            page.rectangle(
                left + (column + QrCode.QUIET_ZONE) * square,
                top - (row + QrCode.QUIET_ZONE + 1) * square,
                length * square,
                square));
    page.fill();
    page.setColorStroke(LINE);
    page.setLineWidth(0.8f);
    page.roundRectangle(left, top - QR, QR, QR, 10);
    page.stroke();
    pen.with(Weight.BOLD, 13, INK).centred(left + QR / 2, top - QR - 19, sheet.code());
    pen.with(Weight.REGULAR, 8.5f, SOFT)
        .centred(left + QR / 2, top - QR - 33, say("ticket.pdf.show_code"));
  }

  private void terms(PdfPen pen) {
    pen.with(Weight.BOLD, 8.5f, SOFT).left(MARGIN, 92, say("ticket.pdf.terms_title"));
    pen.with(Weight.REGULAR, 7.5f, SOFT)
        .block(MARGIN, 79, WIDTH - 2 * MARGIN, 5, 11, say("ticket.pdf.terms"));
  }

  private String times(TicketSheet sheet) {
    String start = say("ticket.pdf.start", time(sheet.startsAt()));
    return sheet.doorsAt() == null
        ? start
        : say("ticket.pdf.doors", time(sheet.doorsAt())) + "  ·  " + start;
  }

  private String date(ZonedDateTime at, FormatStyle style) {
    return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(at);
  }

  private String time(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm z", locale).format(at);
  }

  private String say(String key, Object... arguments) {
    return Texts.get(locale, key, arguments);
  }

  private static Image image(byte[] bytes) {
    try {
      return Image.getInstance(bytes);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
