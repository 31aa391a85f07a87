package fan.encore.collection.web;

import fan.encore.collection.FanPages;
import fan.encore.collection.GiftRow;
import fan.encore.collection.Gifts;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Gifts that a fan was offered and that she offers. */
@Named
@ViewScoped
public class GiftsPage implements Serializable {

  @Inject private Gifts gifts;
  @Inject private FanPages pages;
  @Inject private Caller caller;

  private String fanCode;
  private List<GiftRow> rows;

  public void open() {
    fanCode = pages.of(caller.id()).code();
    rows = gifts.of(caller.id());
  }

  public void accept(String code) {
    gifts.accept(caller.id(), code);
    open();
  }

  public void decline(String code) {
    gifts.decline(caller.id(), code);
    open();
  }

  public void takeBack(String code) {
    gifts.takeBack(caller.id(), code);
    open();
  }

  public boolean waits(GiftRow gift) {
    return gift.open(Instant.now());
  }

  public List<GiftRow> getRows() {
    return rows;
  }

  public String getFanCode() {
    return fanCode;
  }
}
