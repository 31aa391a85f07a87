package fan.encore.gacha;

import fan.encore.account.Roles;
import fan.encore.security.OnlyFor;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Idempotency.KeyReused;
import fan.encore.wallet.BalanceTooLow;
import fan.encore.wallet.WalletLocked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;

/** Draws prizes for diamonds, once a day for nothing, or takes one for points. */
@ApplicationScoped
@OnlyFor(Roles.FAN)
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Draws {

  @Inject private PublishedBanners banners;
  @Inject private DrawDesk desk;
  @Inject private DrawHistory history;
  @Inject private DrawCounter counter;
  @Inject private DrawNews news;
  @Inject private RefusalTally refusals;
  @Inject private Clock clock;

  /** For the container. */
  public Draws() {}

  /** Outside the server. */
  public Draws(
      PublishedBanners banners,
      DrawDesk desk,
      DrawHistory history,
      DrawCounter counter,
      DrawNews news,
      RefusalTally refusals,
      Clock clock) {
    this.banners = banners;
    this.desk = desk;
    this.history = history;
    this.counter = counter;
    this.news = news;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * Spends the diamonds (free ones first), draws, adds the prizes to the fan's collection and a
   * leaf to the log; all of it or nothing. The same key and wish give the receipt of the first
   * draw, also after the banner closed. Waits without a transaction or connection until many draws
   * are committed together.
   *
   * @throws BannerNotFound if no banner has this code
   * @throws BannerNotOpenYet before it opens, and until its odds are in the log
   * @throws BannerClosed after it closed or was withdrawn
   * @throws CommitmentNotAsked if she has no open chain, see {@link Chains#next}
   * @throws DrawRefused if the banner's rules do not allow it
   * @throws BalanceTooLow if the fan has too few diamonds that may pay for it
   * @throws WalletLocked if her wallet is locked
   * @throws KeyReused if the key came with another wish before
   * @throws DeskOverrun if too many draw at this moment
   */
  public DrawReceipt draw(long accountId, @Valid @NotNull DrawPrizes wanted) {
    Banner banner = banners.byCode(wanted.bannerCode());
    try {
      return draw(accountId, wanted, banner);
    } catch (BusinessError refusal) {
      refusals.refused(banner.code(), refusal.code());
      throw refusal;
    }
  }

  private DrawReceipt draw(long accountId, DrawPrizes wanted, Banner banner) {
    Phase phase = banner.phase(clock.instant());
    if (phase != Phase.OPEN || banner.oddsIndex() < 0) {
      return history
          .drawnWith(accountId, wanted)
          .orElseThrow(() -> phase == Phase.CLOSED ? new BannerClosed() : new BannerNotOpenYet());
    }
    DrawAnswer answer = desk.ask(new DrawWish(accountId, wanted, banner));
    if (answer.refusal() instanceof CommitmentNotAsked missing) {
      return history.drawnWith(accountId, wanted).orElseThrow(() -> missing);
    }
    if (answer.refusal() != null) {
      throw answer.refusal();
    }
    if (answer.earlier() != null) {
      return history.byCode(accountId, answer.earlier());
    }
    counter.drawn(answer.receipt().prizes().size());
    news.drawn(accountId, answer.receipt().code());
    return answer.receipt();
  }
}
