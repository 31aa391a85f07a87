package fan.encore.finance.web;

import fan.encore.finance.NightlyReplay;
import fan.encore.finance.Replays;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The nightly replays of draws, and what they found. */
@Named
@ViewScoped
public class ReplaysPage implements Serializable {

  private static final int DAYS = 31;
  private static final int FINDINGS = 200;

  @Inject private Replays replays;
  @Inject private NightlyReplay nightly;
  @Inject private Caller caller;

  private transient List<Replays.Day> days;
  private transient List<Replays.Row> findings;

  public void load() {
    days = replays.days(DAYS);
    findings = replays.findings(FINDINGS);
  }

  public void run(Replays.Day day) {
    nightly.start(day.day(), caller.id());
    String said = Texts.get(caller.locale(), "proof.replay.started", day.day());
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(said));
    load();
  }

  public boolean isRunning() {
    return getDays().stream().anyMatch(day -> day.state().equals("RUNNING"));
  }

  public List<Replays.Day> getDays() {
    if (days == null) {
      load();
    }
    return days;
  }

  public List<Replays.Row> getFindings() {
    if (findings == null) {
      load();
    }
    return findings;
  }
}
