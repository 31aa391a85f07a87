package fan.encore.finance;

import fan.encore.shared.Money;
import fan.encore.storage.Spreadsheet;
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
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Sheets of a workbook whose cells are real numbers, dates and times; null stays empty, and a text
 * that looks like a formula stays text, also when somebody edits it.
 */
final class Sheets {

  private static final int WIDEST = 40 * 256;

  private final XSSFWorkbook book;
  private final ZoneId zone;
  private final Map<String, CellStyle> styles = new HashMap<>();

  /**
   * @param zone of the times shown
   */
  Sheets(XSSFWorkbook book, ZoneId zone) {
    this.book = book;
    this.zone = zone;
  }

  Sheet sheet(String name, List<String> heads) {
    Sheet sheet = book.createSheet(name.length() > 31 ? name.substring(0, 31) : name);
    Row row = sheet.createRow(0);
    for (int i = 0; i < heads.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(heads.get(i));
      cell.setCellStyle(style("head"));
    }
    sheet.createFreezePane(0, 1);
    return sheet;
  }

  void row(Sheet sheet, Object... values) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        set(row.createCell(i), values[i]);
      }
    }
  }

  private void set(Cell cell, Object value) {
    if (value instanceof Money money) {
      cell.setCellValue(money.major().doubleValue());
      int decimals = Money.exponent(money.currency());
      cell.setCellStyle(style(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals)));
    } else if (value instanceof Number number) {
      cell.setCellValue(number.longValue());
      cell.setCellStyle(style("#,##0"));
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(style("yyyy-mm-dd"));
    } else if (value instanceof Instant at) {
      cell.setCellValue(LocalDateTime.ofInstant(at, zone));
      cell.setCellStyle(style("yyyy-mm-dd hh:mm:ss"));
    } else {
      cell.setCellValue(value.toString());
      if (Spreadsheet.isFormula(value.toString())) {
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

  void finish(Sheet sheet, int columns) {
    for (int i = 0; i < columns; i++) {
      int longest = 8;
      for (Row row : sheet) {
        Cell cell = row.getCell(i);
        longest = Math.max(longest, cell == null ? 0 : cell.toString().length());
      }
      sheet.setColumnWidth(i, Math.min(WIDEST, (longest + 4) * 256));
    }
  }
}
