package fan.encore.collection.web;

import fan.encore.collection.FanPage;
import fan.encore.collection.FanPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A fan's page for everybody, if she shows it. */
@Named
@RequestScoped
public class FanProfilePage {

  @Inject private FanPages pages;

  private String code;
  private FanPage page;

  public void load() {
    page = pages.shown(code);
  }

  public FanPage getPage() {
    return page;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
