package fan.encore.gacha.web;

import fan.encore.gacha.BannerCard;
import fan.encore.gacha.Banners;
import fan.encore.gacha.Phase;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All banners: open, to come, closed. */
@Named
@RequestScoped
public class BannerListPage {

  @Inject private Banners banners;

  private List<BannerCard> all;

  @PostConstruct
  void load() {
    all = banners.list();
  }

  /** The phases that have banners, those that can be drawn first. */
  public List<Phase> getPhases() {
    return List.of(Phase.values()).stream().filter(phase -> !of(phase).isEmpty()).toList();
  }

  public List<BannerCard> of(Phase phase) {
    return all.stream().filter(card -> card.phase() == phase).toList();
  }
}
