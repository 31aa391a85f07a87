package fan.encore.audit.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.audit.AuditRow;
import fan.encore.audit.AuditTrail;
import fan.encore.audit.Outcome;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** {@code /admin/audit}: who did what. */
@Named
@ViewScoped
public class AuditPage implements Serializable {

  @Inject private AuditTrail trail;

  private final LazyRows<AuditRow> rows = new LazyRows<>(query -> trail.find(query), AuditRow::id);

  public LazyRows<AuditRow> getRows() {
    return rows;
  }

  public Outcome[] getOutcomes() {
    return Outcome.values();
  }

  /** The kind of badge for an outcome. */
  public String badge(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "good";
      case REFUSED -> "warn";
      case FAILED -> "bad";
    };
  }
}
