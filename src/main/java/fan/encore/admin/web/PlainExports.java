package fan.encore.admin.web;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.export.DataExporters;

/**
 * Puts our writers of files in the place of those of PrimeFaces, for every table, before the first
 * form of this node is answered: at the start of the application PrimeFaces is not yet there.
 */
public class PlainExports implements PhaseListener {

  private static final long serialVersionUID = 1L;

  private final AtomicBoolean done = new AtomicBoolean();

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.APPLY_REQUEST_VALUES;
  }

  @Override
  public void beforePhase(PhaseEvent form) {
    if (!done.get()) {
      DataExporters.register(DataTable.class, PlainCsv.class, "csv");
      DataExporters.register(DataTable.class, PlainWorkbook.class, "xlsxstream");
      done.set(true);
    }
  }
}
