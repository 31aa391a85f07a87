package fan.encore.finance;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import fan.encore.ticket.PdfFonts;
import fan.encore.ticket.PdfFonts.Weight;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** Titles and tables of a document on paper; a table goes on over pages under its head. */
final class Paper {

  static final Color INK = new Color(0x231629);
  static final Color SOFT = new Color(0x66566d);
  static final Color LINE = new Color(0xd9ced5);
  static final Color GOOD = new Color(0x0f6b3f);
  static final Color BAD = new Color(0xa3122f);
  static final float LEADING = 1.4f;
  private static final Color HEAD = new Color(0xf4eff2);

  private final Document document;
  private final String nothing;

  /**
   * @param nothing what stands where a table has no rows
   */
  Paper(Document document, String nothing) {
    this.document = document;
    this.nothing = nothing;
  }

  void say(Weight weight, float size, Color colour, String text) {
    Paragraph paragraph = new Paragraph(phrase(weight, size, colour, text));
    paragraph.setLeading(size * LEADING);
    document.add(paragraph);
  }

  void title(String text) {
    Paragraph title = new Paragraph(phrase(Weight.BOLD, 13, INK, text));
    title.setLeading(13 * LEADING);
    title.setSpacingBefore(14);
    title.setSpacingAfter(8);
    title.setKeepTogether(true);
    document.add(title);
  }

  /**
   * @param widths of the columns, relative to each other
   * @param numbers columns that end at the right, from 0
   */
  void table(float[] widths, List<String> heads, List<List<String>> rows, int... numbers) {
    if (rows.isEmpty()) {
      document.add(new Paragraph(phrase(Weight.REGULAR, 9, SOFT, nothing)));
      return;
    }
    PdfPTable table = columns(widths.length);
    table.setWidths(widths);
    table.setHeaderRows(1);
    addRow(table, heads, Weight.BOLD, HEAD, numbers);
    rows.forEach(row -> addRow(table, row, Weight.REGULAR, Color.WHITE, numbers));
    document.add(table);
  }

  private static void addRow(
      PdfPTable table, List<String> values, Weight weight, Color background, int... numbers) {
    List<Integer> right = Arrays.stream(numbers).boxed().toList();
    for (int i = 0; i < values.size(); i++) {
      PdfPCell cell = new PdfPCell(phrase(weight, 7.5f, INK, values.get(i)));
      cell.setBackgroundColor(background);
      cell.setBorder(Rectangle.BOTTOM);
      cell.setBorderColor(LINE);
      cell.setPadding(4);
      cell.setHorizontalAlignment(right.contains(i) ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
      table.addCell(cell);
    }
  }

  /** One number with its name. */
  static void stat(PdfPTable stats, String label, String value, Color colour) {
    Phrase phrase = phrase(Weight.REGULAR, 8, SOFT, label);
    phrase.add(Chunk.NEWLINE);
    phrase.addAll(phrase(Weight.BOLD, 16, colour, value).getChunks());
    PdfPCell cell = new PdfPCell(phrase);
    cell.setLeading(0, 1.35f);
    cell.setPadding(8);
    cell.setBorderColor(LINE);
    stats.addCell(cell);
  }

  static PdfPTable columns(int columns) {
    PdfPTable table = new PdfPTable(columns);
    table.setWidthPercentage(100);
    table.setSpacingAfter(4);
    return table;
  }

  static Phrase phrase(Weight weight, float size, Color colour, String text) {
    Phrase phrase = new Phrase();
    for (PdfFonts.Run run : PdfFonts.runs(weight, text)) {
      phrase.add(new Chunk(run.text(), new Font(run.font(), size, Font.NORMAL, colour)));
    }
    return phrase;
  }
}
