package fan.encore.finance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The unused balance as a workbook. */
final class UnusedXlsx {

  private final UnusedFigure figure;
  private final ReportWords words;
  private final ZoneId zone;

  UnusedXlsx(Locale locale, UnusedFigure figure, ZoneId zone) {
    this.figure = figure;
    this.zone = zone;
    this.words = new ReportWords(locale, zone.getId());
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheets sheets = new Sheets(book, zone);
      summary(sheets);
      rows(sheets);
      references(sheets);
      book.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void summary(Sheets sheets) {
    Sheet sheet = sheets.sheet(words.say("finance.summary"), words.heads("what", "value"));
    sheets.row(sheet, words.say("finance.unused.date"), figure.date());
    sheets.row(sheet, words.say("finance.unused.amount"), figure.unused());
    sheets.row(
        sheet,
        words.say("finance.unused.level"),
        words.say("finance.unused.level." + figure.level()));
    sheets.row(sheet, words.say("finance.unused.deposit"), figure.deposit());
    sheets.row(sheet, words.say("finance.unused.exempt"), figure.exempt());
    sheets.row(sheet, words.say("finance.unused.diamonds"), figure.diamonds());
    sheets.row(sheet, words.say("finance.unused.free"), figure.freeDiamonds());
    sheets.finish(sheet, 2);
  }

  private void rows(Sheets sheets) {
    Sheet rows = sheets.sheet(words.say("finance.unused.rows"), words.unusedHeads());
    for (UnusedFigure.Row row : figure.rows()) {
      sheets.row(
          rows,
          row.channel(),
          row.currency(),
          words.unitYen(row.unitMicro()),
          words.exempt(row),
          row.lots(),
          row.issued(),
          row.remaining(),
          row.value());
    }
    sheets.finish(rows, 8);
  }

  private void references(Sheets sheets) {
    Sheet references =
        sheets.sheet(
            words.say("finance.unused.references"),
            words.heads("unused.date", "unused.amount", "unused.level"));
    for (UnusedFigure.Reference reference : figure.references()) {
      sheets.row(
          references,
          reference.date(),
          reference.unused(),
          words.say("finance.unused.level." + reference.level()));
    }
    sheets.finish(references, 3);
  }
}
