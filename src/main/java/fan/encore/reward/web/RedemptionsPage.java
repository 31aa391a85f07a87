package fan.encore.reward.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.reward.RedemptionRow;
import fan.encore.reward.Rewards;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All redemptions for administrators. */
@Named
@ViewScoped
public class RedemptionsPage implements Serializable {

  @Inject private Rewards rewards;

  private LazyRows<RedemptionRow> rows;

  @PostConstruct
  void load() {
    rows = new LazyRows<>(query -> rewards.find(query), RedemptionRow::code);
  }

  public LazyRows<RedemptionRow> getRows() {
    return rows;
  }
}
