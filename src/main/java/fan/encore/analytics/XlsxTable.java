package fan.encore.analytics;

import fan.encore.storage.Cells;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of one sheet of which only the last rows are in memory. Cells are real numbers, dates
 * and times; a text that looks like a formula stays text, also when somebody edits it.
 */
final class XlsxTable implements Table {

  private static final int ROWS_IN_MEMORY = 200;
  private static final int CHARACTER = 256;

  private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
  private final OutputStream out;
  private final Cells cells;
  private final SXSSFSheet sheet;
  private int rows;

  XlsxTable(OutputStream out, ZoneId zone, String title) {
    this.out = out;
    this.cells = new Cells(book, zone);
    this.sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title));
  }

  @Override
  public void heads(List<String> names) {
    cells.heads(sheet, names);
    rows = 1;
    for (int i = 0; i < names.size(); i++) {
      sheet.setColumnWidth(i, Math.min(40, Math.max(14, names.get(i).length() + 4)) * CHARACTER);
    }
  }

  @Override
  public void row(List<Object> values) {
    cells.fill(sheet.createRow(rows++), values);
  }

  @Override
  public void close() throws IOException {
    try (book) {
      book.write(out);
    }
    out.flush();
  }
}
