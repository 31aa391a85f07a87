package fan.encore.admin.web;

import fan.encore.storage.Spreadsheet;
import jakarta.faces.context.FacesContext;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.export.DataTableCSVExporter;
import org.primefaces.component.export.ColumnValue;

/** Tables as CSV in which no text is a formula. */
public class PlainCsv extends DataTableCSVExporter {

  @Override
  protected void exportCellValue(
      FacesContext faces, DataTable table, UIColumn column, ColumnValue value, int index) {
    super.exportCellValue(faces, table, column, plain(value), index);
  }

  static ColumnValue plain(ColumnValue value) {
    return value.isStringValue() ? ColumnValue.of(Spreadsheet.plain(value.toString())) : value;
  }
}
