package fan.encore.reward.web;

import fan.encore.collection.Downloads;
import fan.encore.collection.Gifts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a fan does with an item that she does not keep to look at. */
@ApplicationScoped
public class ItemActions {

  @Inject private Downloads downloads;
  @Inject private Gifts gifts;

  /** An address for one click. */
  public String link(long accountId, String itemCode) {
    return downloads.link(accountId, itemCode).toString();
  }

  public void offer(long accountId, String itemCode, String fanCode) {
    gifts.offer(accountId, itemCode, fanCode);
  }
}
