package fan.encore.gacha.web;

import fan.encore.gacha.Banner;
import fan.encore.gacha.Banners;
import fan.encore.gacha.DrawHistory;
import fan.encore.gacha.DrawPrizes;
import fan.encore.gacha.DrawReceipt;
import fan.encore.gacha.Draws;
import fan.encore.security.web.Caller;
import fan.encore.shared.Codes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Where a fan draws, and sees what she drew. */
@Named
@ViewScoped
public class DrawPage implements Serializable {

  private static final int SEED_LENGTH = 16;
  private static final String SHOWN = "/my/draw?faces-redirect=true&includeViewParams=true";

  @Inject private Banners banners;
  @Inject private Draws draws;
  @Inject private DrawHistory history;
  @Inject private Caller caller;

  /** One per view: pressing a button twice, or going back and pressing again, draws once. */
  private final String idempotencyKey = Codes.secret();

  private String clientSeed = Codes.random("", SEED_LENGTH);
  private String bannerCode;
  private String drawCode;
  private transient DrawReceipt receipt;

  public void load() {
    banners.byCode(bannerCode);
    if (drawCode != null) {
      receipt = history.byCode(caller.id(), drawCode);
    }
  }

  /** Draws and leads to the page that shows the result, so that a reload never draws again. */
  public String draw(int count, boolean free) {
    String key = idempotencyKey + "-" + (free ? "free" : count);
    return done(new DrawPrizes(bannerCode, count, free, null, clientSeed, key));
  }

  /** Takes an item for points. */
  public String take(String item) {
    return done(DrawPrizes.forPoints(bannerCode, item, idempotencyKey + "-" + item));
  }

  private String done(DrawPrizes wanted) {
    drawCode = draws.draw(caller.id(), wanted).code();
    return SHOWN;
  }

  public Banner getBanner() {
    return banners.byCode(bannerCode);
  }

  /** What was drawn last, or null. */
  public DrawReceipt getReceipt() {
    return receipt;
  }

  public String getClientSeed() {
    return clientSeed;
  }

  public void setClientSeed(String clientSeed) {
    this.clientSeed = clientSeed;
  }

  public String getBannerCode() {
    return bannerCode;
  }

  public void setBannerCode(String bannerCode) {
    this.bannerCode = bannerCode;
  }

  public String getDrawCode() {
    return drawCode;
  }

  public void setDrawCode(String drawCode) {
    this.drawCode = drawCode;
  }
}
