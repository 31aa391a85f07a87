package fan.encore.gacha.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.gacha.BannerRow;
import fan.encore.gacha.BannerSearch;
import fan.encore.gacha.Banners;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All banners for administrators. */
@Named
@ViewScoped
public class AdminBannersPage implements Serializable {

  @Inject private BannerSearch search;
  @Inject private Banners banners;

  private LazyRows<BannerRow> rows;

  @PostConstruct
  void load() {
    rows = new LazyRows<>(query -> search.find(query), BannerRow::code);
  }

  public LazyRows<BannerRow> getRows() {
    return rows;
  }

  public void withdraw(String code) {
    banners.withdraw(code);
  }
}
