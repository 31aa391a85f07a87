package fan.encore.order;

import fan.encore.artist.Artists;
import fan.encore.event.Offer;
import fan.encore.event.Offer.Access;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TypeRules.Presale;
import fan.encore.promo.Promo;
import fan.encore.promo.PromoCodes;
import fan.encore.promo.PromoUnknown;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What a fan's codes and medals open for her in the sale of an event. */
@ApplicationScoped
public class SaleTerms {

  private final PromoCodes promos;
  private final Artists artists;
  private final Ledger ledger;

  @Inject
  public SaleTerms(PromoCodes promos, Artists artists, Ledger ledger) {
    this.promos = promos;
    this.artists = artists;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  protected SaleTerms() {
    this(null, null, null);
  }

  /**
   * The pricing of an offer for this fan.
   *
   * @param accountId 0 for a fan whom nobody knows yet: no presale opens for her
   * @param promoCode takes something off, or null
   * @param unlockCode opens hidden types, or null
   * @throws PromoUnknown if one of the codes is none, or its time is not now
   */
  Priced of(Offer offer, long accountId, String promoCode, String unlockCode, Instant now) {
    Promo promo = promoCode == null ? null : promos.usable(offer.eventId(), promoCode, now);
    Promo unlock =
        unlockCode == null || unlockCode.equals(promoCode)
            ? null
            : promos.usable(offer.eventId(), unlockCode, now);
    if (unlock != null && !unlock.unlocks()) {
      throw new PromoUnknown();
    }
    Set<Long> unlocked = new HashSet<>();
    open(offer, promo, unlocked);
    open(offer, unlock, unlocked);
    Access access = new Access(unlocked, rule -> entitled(accountId, rule));
    return new Priced(new Pricing(offer, access, promo, now), promo == null ? null : promo.id());
  }

  /**
   * @param promoId null without a code
   */
  record Priced(Pricing pricing, Long promoId) {}

  private static void open(Offer offer, Promo code, Set<Long> unlocked) {
    if (code != null && code.unlocks()) {
      offer.types().stream().map(OfferedType::id).filter(code::covers).forEach(unlocked::add);
    }
  }

  /** A kind that nobody has taught this method opens nothing. */
  private boolean entitled(long accountId, Presale rule) {
    return switch (rule.kind()) {
      case "MEDALS" ->
          accountId != 0
              && ledger.balance(AccountRef.medals(accountId, artists.byCode(rule.subject()).id()))
                  >= rule.amount();
      default -> false;
    };
  }
}
