package fan.encore.reward.web;

import fan.encore.reward.RedemptionRow;
import fan.encore.reward.RewardView;
import fan.encore.reward.Rewards;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The rewards that a fan may see, and what she has redeemed. */
@Named
@RequestScoped
public class RewardsPage {

  @Inject private Rewards rewards;
  @Inject private Caller caller;

  private String artist;
  private List<RewardView> offered;
  private List<RedemptionRow> redeemed;

  public void load() {
    offered = rewards.list(caller.id(), artist);
    redeemed = rewards.redeemedBy(caller.id());
  }

  public List<RewardView> getOffered() {
    return offered;
  }

  public List<RedemptionRow> getRedeemed() {
    return redeemed;
  }

  public String getArtist() {
    return artist;
  }

  public void setArtist(String artist) {
    this.artist = artist;
  }
}
