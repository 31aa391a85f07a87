package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetsTest {

  @Test
  void aTextThatLooksLikeAFormulaStaysText() throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheets sheets = new Sheets(book, ZoneOffset.UTC);
      Sheet sheet = sheets.sheet("Lines", List.of("item", "count"));
      sheets.row(sheet, "=1+1", -5L);
      sheets.row(sheet, "ch_1", 5L);
      Cell item = sheet.getRow(1).getCell(0);
      assertEquals(CellType.STRING, item.getCellType());
      assertEquals("=1+1", item.getStringCellValue());
      assertTrue(item.getCellStyle().getQuotePrefixed());
      assertEquals(CellType.NUMERIC, sheet.getRow(1).getCell(1).getCellType());
      assertFalse(sheet.getRow(2).getCell(0).getCellStyle().getQuotePrefixed());
    }
  }
}
