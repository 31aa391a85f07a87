package fan.encore.finance;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import fan.encore.ticket.PdfFonts.Weight;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The unused balance on paper. */
final class UnusedPdf {

  private final Locale locale;
  private final UnusedFigure figure;
  private final ReportWords words;

  UnusedPdf(Locale locale, UnusedFigure figure, ZoneId zone) {
    this.locale = locale;
    this.figure = figure;
    this.words = new ReportWords(locale, zone.getId());
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try (Document document = new Document(PageSize.A4, 36, 36, 36, 36)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      writer.setFullCompression();
      document.addTitle(words.say("finance.unused") + " " + figure.date());
      document.addCreator("Encore");
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      Paper paper = new Paper(document, words.say("finance.nothing"));
      head(document, paper);
      tables(paper);
    } catch (DocumentException e) {
      throw new IllegalStateException("The figure could not be drawn", e);
    }
    return bytes.toByteArray();
  }

  private void tables(Paper paper) {
    paper.title(words.say("finance.unused.rows"));
    paper.table(
        new float[] {12, 10, 16, 14, 8, 14, 14, 16},
        words.unusedHeads(),
        figure.rows().stream().map(words::unusedRow).toList(),
        2,
        4,
        5,
        6,
        7);
    paper.title(words.say("finance.unused.references"));
    paper.table(
        new float[] {40, 30, 30},
        words.heads("unused.date", "unused.amount", "unused.level"),
        figure.references().stream()
            .map(
                reference ->
                    List.of(
                        words.date(reference.date(), FormatStyle.LONG),
                        words.money(reference.unused()),
                        words.say("finance.unused.level." + reference.level())))
            .toList(),
        1);
  }

  private void head(Document document, Paper paper) {
    paper.say(Weight.BOLD, 10, Paper.SOFT, "ENCORE  ·  " + words.say("finance.unused"));
    paper.say(Weight.BOLD, 22, Paper.INK, words.date(figure.date(), FormatStyle.FULL));
    PdfPTable stats = Paper.columns(3);
    boolean over = figure.level() == PrepaidRules.Level.OVER;
    Paper.stat(
        stats,
        words.say("finance.unused.amount"),
        words.money(figure.unused()),
        over ? Paper.BAD : Paper.INK);
    Paper.stat(
        stats, words.say("finance.unused.deposit"), words.money(figure.deposit()), Paper.INK);
    Paper.stat(stats, words.say("finance.unused.exempt"), words.money(figure.exempt()), Paper.INK);
    document.add(stats);
    paper.say(Weight.REGULAR, 9, Paper.INK, words.say("finance.unused.says." + figure.level()));
    if (figure.reportDue()) {
      paper.say(
          Weight.BOLD,
          9,
          Paper.BAD,
          words.say("finance.unused.due", words.date(figure.notifyBy(), FormatStyle.LONG)));
    }
    paper.say(
        Weight.REGULAR,
        9,
        Paper.SOFT,
        words.say("finance.unused.counts", figure.diamonds(), figure.freeDiamonds()));
  }
}
