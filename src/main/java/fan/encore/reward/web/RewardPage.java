package fan.encore.reward.web;

import fan.encore.reward.Exchange;
import fan.encore.reward.RedeemReward;
import fan.encore.reward.Redemption;
import fan.encore.reward.RewardView;
import fan.encore.reward.Rewards;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One reward: what it is, what it costs, and the exchange. */
@Named
@ViewScoped
public class RewardPage implements Serializable {

  @Inject private Rewards rewards;
  @Inject private Exchange exchange;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private final AddressForm address = new AddressForm();
  private String code;
  private String redeemed;
  private int quantity = 1;
  private RewardView reward;
  private Redemption redemption;
  private long medals;

  public void open() {
    reward = rewards.byCode(caller.id(), code);
    medals = exchange.medals(caller.id(), reward.artistCode());
    if (redeemed != null) {
      redemption = exchange.byCode(caller.id(), redeemed);
    }
  }

  public void redeem() {
    RedeemReward wanted =
        new RedeemReward(code, quantity, key, reward.needsAddress() ? address.address() : null);
    Redemption got = exchange.redeem(caller.id(), wanted);
    browser.goTo("/my/reward?code=" + code + "&redeemed=" + got.code());
  }

  /** Whether she could redeem one now. */
  public boolean isPossible() {
    return reward.open(Instant.now()) && reward.left() > 0 && medals >= reward.priceMedals();
  }

  public RewardView getReward() {
    return reward;
  }

  /** What was just redeemed, or null. */
  public Redemption getRedemption() {
    return redemption;
  }

  public long getMedals() {
    return medals;
  }

  public AddressForm getAddress() {
    return address;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getRedeemed() {
    return redeemed;
  }

  public void setRedeemed(String redeemed) {
    this.redeemed = redeemed;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }
}
