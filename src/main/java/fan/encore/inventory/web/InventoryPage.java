package fan.encore.inventory.web;

import fan.encore.inventory.Inventory;
import fan.encore.inventory.LedgerSummary;
import fan.encore.inventory.Movement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The public ledger of an event's tickets; the browser follows its chain. */
@Named
@RequestScoped
public class InventoryPage {

  private static final int SHOWN = 20;

  @Inject private Inventory inventory;

  private String slug;
  private String code;
  private LedgerSummary summary;
  private List<Movement> latest;
  private List<Movement> mine = List.of();

  public void load() {
    summary = inventory.summary(slug);
    latest = inventory.lines(slug, Math.max(1, summary.lines() - SHOWN + 1), SHOWN);
    if (code != null && !code.isBlank()) {
      mine = inventory.ofCode(slug, code.strip());
    }
  }

  public LedgerSummary getSummary() {
    return summary;
  }

  /** The last lines, in their order. */
  public List<Movement> getLatest() {
    return latest;
  }

  /** The lines of the code that was asked for. */
  public List<Movement> getMine() {
    return mine;
  }

  /** Whether a code was asked for. */
  public boolean isAsked() {
    return code != null && !code.isBlank();
  }

  /** What the chain begins with. */
  public String getGenesis() {
    return Movement.genesis(slug);
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
