package fan.encore.transfer.web;

import fan.encore.security.web.Caller;
import fan.encore.transfer.ResaleRow;
import fan.encore.transfer.ResaleStatus;
import fan.encore.transfer.Resales;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** What other pages show of tickets that fans sell on; read once for the page. */
@Named
@RequestScoped
public class FanOffers {

  @Inject private Resales resales;
  @Inject private Caller caller;

  private String asked;
  private List<ResaleRow> ofEvent = List.of();
  private List<ResaleRow> mine;

  /** Offers of an event that everybody may buy, or that somebody is paying for. */
  public List<ResaleRow> of(String slug) {
    if (!slug.equals(asked)) {
      asked = slug;
      ofEvent =
          resales.ofEvent(0, slug).stream()
              .filter(offer -> offer.held() || buyable(offer))
              .toList();
    }
    return ofEvent;
  }

  public boolean buyable(ResaleRow offer) {
    return offer.buyable(Instant.now());
  }

  /** Whether it is the fan's own: she can't buy it. */
  public boolean own(ResaleRow offer) {
    return getMine().stream().anyMatch(mine -> mine.code().equals(offer.code()));
  }

  /** Tickets that the fan sells or sold, the latest first; guests sell none. */
  public List<ResaleRow> getMine() {
    if (mine == null) {
      mine = caller.signedIn() ? resales.of(caller.id()) : List.of();
    }
    return mine;
  }

  /** Whether the fan's ticket is on offer. */
  public boolean onOffer(String ticket) {
    return getMine().stream().anyMatch(offer -> offer.open() && ticket.equals(offer.ticket()));
  }

  public String colour(ResaleStatus status) {
    return switch (status) {
      case OPEN -> "info";
      case SOLD -> "good";
      default -> "neutral";
    };
  }
}
