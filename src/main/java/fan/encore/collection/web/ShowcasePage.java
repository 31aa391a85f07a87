package fan.encore.collection.web;

import fan.encore.collection.Collections;
import fan.encore.collection.FanPage;
import fan.encore.collection.FanPages;
import fan.encore.collection.Item;
import fan.encore.collection.OwnedItem;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What a fan shows of her collection, and whether. */
@Named
@ViewScoped
public class ShowcasePage implements Serializable {

  @Inject private FanPages pages;
  @Inject private Collections collections;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private boolean saved;
  private FanPage page;
  private boolean shown;
  private List<String> chosen;
  private List<OwnedItem> items;

  public void open() {
    page = pages.of(caller.id());
    shown = page.isPublic();
    chosen = page.items().stream().map(Item::code).toList();
    items = collections.of(caller.id());
  }

  public void save() {
    pages.exhibit(caller.id(), chosen);
    pages.show(caller.id(), shown);
    browser.goTo("/my/showcase?saved=true");
  }

  public FanPage getPage() {
    return page;
  }

  public List<OwnedItem> getItems() {
    return items;
  }

  public boolean isShown() {
    return shown;
  }

  public void setShown(boolean shown) {
    this.shown = shown;
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(List<String> chosen) {
    this.chosen = chosen;
  }

  public boolean isSaved() {
    return saved;
  }

  public void setSaved(boolean saved) {
    this.saved = saved;
  }
}
