package fan.encore.finance;

import fan.encore.storage.Cells;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
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
  private final Cells cells;

  /**
   * @param zone of the times shown
   */
  Sheets(XSSFWorkbook book, ZoneId zone) {
    this.book = book;
    this.cells = new Cells(book, zone);
  }

  Sheet sheet(String name, List<String> heads) {
    Sheet sheet = book.createSheet(name.length() > 31 ? name.substring(0, 31) : name);
    cells.heads(sheet, heads);
    return sheet;
  }

  void row(Sheet sheet, Object... values) {
    cells.fill(sheet.createRow(sheet.getLastRowNum() + 1), Arrays.asList(values));
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
