package fan.encore.storage;

import fan.encore.shared.Money;
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
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Fills the cells of a workbook with real numbers, dates and times; null stays empty, and a text
 * that looks like a formula stays text, also when somebody edits it.
 */
public final class Cells {

  /** More than that no spreadsheet opens. */
  private static final int LONGEST_TEXT = 32_767;

  private final Workbook book;
  private final ZoneId zone;
  private final Map<String, CellStyle> styles = new HashMap<>();

  /**
   * @param zone of the times shown
   */
  public Cells(Workbook book, ZoneId zone) {
    this.book = book;
    this.zone = zone;
  }

  /** Names the columns in the first row, which stays in sight. */
  public void heads(Sheet sheet, List<String> names) {
    Row row = sheet.createRow(0);
    for (int i = 0; i < names.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(names.get(i));
      cell.setCellStyle(style("head"));
    }
    sheet.createFreezePane(0, 1);
  }

  /**
   * @param values texts, numbers, {@link Money}, {@link Instant}, {@link LocalDate} or null
   */
  public void fill(Row row, List<?> values) {
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
    } else if (value instanceof Long || value instanceof Integer) {
      cell.setCellValue(((Number) value).longValue());
      cell.setCellStyle(style("#,##0"));
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(style("yyyy-mm-dd"));
    } else if (value instanceof Instant at) {
      cell.setCellValue(LocalDateTime.ofInstant(at, zone));
      cell.setCellStyle(style("yyyy-mm-dd hh:mm:ss"));
    } else {
      set(cell, value.toString());
    }
  }

  private void set(Cell cell, String text) {
    cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    if (Spreadsheet.isFormula(text)) {
      cell.setCellStyle(style("text"));
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
}
