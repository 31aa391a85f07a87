package fan.encore.wallet.web;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import fan.encore.shared.Texts;
import fan.encore.ticket.PdfFonts;
import fan.encore.ticket.PdfFonts.Weight;
import fan.encore.wallet.MonthStatement;
import fan.encore.wallet.WalletEntry;
import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A month's statement: the purses, then every movement. */
final class StatementPdf {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Locale locale;
  private final MonthStatement statement;

  StatementPdf(Locale locale, MonthStatement statement) {
    this.locale = locale;
    this.statement = statement;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try (Document document = new Document(PageSize.A4, 36, 36, 36, 36)) {
      PdfWriter.getInstance(document, bytes).setFullCompression();
      document.addTitle(say("title") + " " + statement.month());
      document.open();
      document.add(new Paragraph(phrase(Weight.BOLD, 10, "ENCORE  ·  " + say("title"))));
      Paragraph month = new Paragraph(phrase(Weight.BOLD, 22, statement.month().toString()));
      month.setLeading(32);
      month.setSpacingAfter(12);
      document.add(month);
      document.add(purses());
      document.add(entries());
    } catch (DocumentException e) {
      throw new IllegalStateException("The statement could not be drawn", e);
    }
    return bytes.toByteArray();
  }

  private PdfPTable purses() {
    PdfPTable table = table(5);
    head(table, "purse", "opening", "came", "went", "closing");
    for (MonthStatement.Purse purse : statement.purses()) {
      cell(table, Texts.get(locale, "wallet.purse." + purse.purse()), false);
      cell(table, number(purse.opening()), true);
      cell(table, number(purse.came()), true);
      cell(table, number(-purse.went()), true);
      cell(table, number(purse.closing()), true);
    }
    table.setSpacingAfter(16);
    return table;
  }

  private PdfPTable entries() {
    PdfPTable table = table(5);
    head(table, "time", "what", "purse", "diamonds", "after");
    for (WalletEntry entry : statement.entries()) {
      cell(table, TIME.format(entry.at().atZone(WalletDays.zone())), false);
      cell(table, WalletDays.describe(locale, entry) + "  " + entry.reference(), false);
      cell(table, Texts.get(locale, "wallet.purse." + entry.purse()), false);
      cell(table, number(entry.diamonds()), true);
      cell(table, number(entry.balanceAfter()), true);
    }
    return table;
  }

  private static PdfPTable table(int columns) {
    PdfPTable table = new PdfPTable(columns);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    return table;
  }

  private void head(PdfPTable table, String... keys) {
    for (String key : keys) {
      PdfPCell cell = new PdfPCell(phrase(Weight.BOLD, 8, say(key)));
      cell.setPadding(4);
      table.addCell(cell);
    }
  }

  private static void cell(PdfPTable table, String text, boolean right) {
    PdfPCell cell = new PdfPCell(phrase(Weight.REGULAR, 8, text));
    cell.setPadding(4);
    cell.setHorizontalAlignment(right ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    table.addCell(cell);
  }

  private String say(String key) {
    return Texts.get(locale, "wallet.statement." + key);
  }

  private String number(long value) {
    return NumberFormat.getInstance(locale).format(value);
  }

  private static Phrase phrase(Weight weight, float size, String text) {
    Phrase phrase = new Phrase();
    for (PdfFonts.Run run : PdfFonts.runs(weight, text)) {
      phrase.add(new Chunk(run.text(), new Font(run.font(), size)));
    }
    return phrase;
  }
}
