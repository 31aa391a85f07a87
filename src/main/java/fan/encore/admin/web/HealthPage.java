package fan.encore.admin.web;

import fan.encore.admin.Health;
import fan.encore.admin.Vital;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code /admin/health}: how every part is, looked at again every ten seconds. */
@Named
@ViewScoped
public class HealthPage implements Serializable {

  @Inject private Health health;
  @Inject private Clock clock;

  private List<Vital> vitals;
  private Instant lookedAt;

  public void look() {
    vitals = health.look();
    lookedAt = clock.instant();
  }

  public List<Vital> getVitals() {
    return vitals;
  }

  public Instant getLookedAt() {
    return lookedAt;
  }
}
