package fan.encore.gacha.web;

import fan.encore.gacha.Chain;
import fan.encore.gacha.Chains;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A fan's chains: what was promised to her, and what was told. */
@Named
@ViewScoped
public class ChainsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Chains chains;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private transient List<Chain> rows;
  private String done;

  public void open() {
    rows = chains.of(caller.id());
  }

  /** Tells the seed of a group and promises the next. */
  public void renew(String group) {
    chains.rotate(caller.id(), group);
    browser.goTo("/my/fairness?done=renewed");
  }

  /** The fan's chains, those in use first. */
  public List<Chain> getRows() {
    if (rows == null) {
      open();
    }
    return rows;
  }

  /** What was done before this page was shown, such as {@code renewed}. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
