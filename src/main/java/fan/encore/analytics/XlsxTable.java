package fan.encore.analytics;

import fan.encore.shared.Money;
import fan.encore.storage.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of one sheet of which only the last rows are in memory. Cells are real numbers, dates
 * and times; a text that looks like a formula stays text, also when somebody edits it.
 */
final class XlsxTable implements Table {

  private static final int ROWS_IN_MEMORY = 200;
  private static final int LONGEST_TEXT = 32_767;
  private static final int CHARACTER = 256;

  private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
  private final Map<String, CellStyle> styles = new HashMap<>();
  private final OutputStream out;
  private final ZoneId zone;
  private final SXSSFSheet sheet;
  private int rows;

  XlsxTable(OutputStream out, ZoneId zone, String title) {
    this.out = out;
    this.zone = zone;
    this.sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title));
  }

  @Override
  public void heads(List<String> names) {
    Row row = sheet.createRow(rows++);
    for (int i = 0; i < names.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(names.get(i));
      cell.setCellStyle(style("head"));
      sheet.setColumnWidth(i, Math.min(40, Math.max(14, names.get(i).length() + 4)) * CHARACTER);
    }
    sheet.createFreezePane(0, 1);
  }

  @Override
  public void row(List<Object> values) {
    Row row = sheet.createRow(rows++);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        set(row.createCell(i), values.get(i));
      }
    }
  }

  private void set(Cell cell, Object value) {
    if (value instanceof Money money) {
      cell.setCellValue(money.major().doubleValue());
      int decimals = Money.exponent(money.currency());
      cell.setCellStyle(style(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals)));
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Instant at) {
      cell.setCellValue(LocalDateTime.ofInstant(at, zone));
      cell.setCellStyle(style("yyyy-mm-dd hh:mm:ss"));
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(style("yyyy-mm-dd"));
    } else {
      String text = value.toString();
      cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
      if (Spreadsheet.isFormula(text)) {
        cell.setCellStyle(style("text"));
      }
    }
  }

  private CellStyle style(String format) {
    return styles.computeIfAbsent(
        format,
        wanted -> {
          CellStyle style = book.createCellStyle();
          if (wanted.equals("head")) {
            Font bold = book.createFont();
            bold.setBold(true);
            style.setFont(bold);
          } else if (wanted.equals("text")) {
            style.setQuotePrefixed(true);
          } else {
            style.setDataFormat(book.createDataFormat().getFormat(wanted));
          }
          return style;
        });
  }

  @Override
  public void close() throws IOException {
    try (book) {
      book.write(out);
    }
    out.flush();
  }
}
