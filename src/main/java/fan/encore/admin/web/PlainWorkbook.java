package fan.encore.admin.web;

import fan.encore.storage.Spreadsheet;
import jakarta.faces.context.FacesContext;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.export.DataTableExcelXStreamExporter;
import org.primefaces.component.export.ColumnValue;

/** Tables as workbooks in which a text that looks like a formula stays text, also when edited. */
public class PlainWorkbook extends DataTableExcelXStreamExporter {

  private CellStyle text;

  @Override
  protected void exportCellValue(
      FacesContext faces, DataTable table, UIColumn column, ColumnValue value, int index) {
    super.exportCellValue(faces, table, column, value, index);
    Cell cell = row().getCell(row().getLastCellNum() - 1);
    if (cell.getCellType() == CellType.STRING && Spreadsheet.isFormula(cell.getStringCellValue())) {
      cell.setCellStyle(textLike(cell.getCellStyle()));
    }
  }

  private CellStyle textLike(CellStyle style) {
    if (text == null) {
      text = document.createCellStyle();
      text.cloneStyleFrom(style);
      text.setQuotePrefixed(true);
    }
    return text;
  }
}
