package fan.encore.gacha.web;

import fan.encore.gacha.StudioBannerRow;
import fan.encore.gacha.StudioBanners;
import fan.encore.security.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The banners of an artist, drafts too. */
@Named
@RequestScoped
public class StudioBannersPage {

  @Inject private StudioBanners studio;
  @Inject private Caller caller;

  private List<StudioBannerRow> rows;

  @PostConstruct
  void load() {
    rows = caller.is("ARTIST") || caller.is("ADMIN") ? studio.list(caller.id()) : List.of();
  }

  public List<StudioBannerRow> getRows() {
    return rows;
  }
}
