package fan.encore.reward.web;

import fan.encore.collection.StudioItem;
import fan.encore.collection.StudioItems;
import fan.encore.reward.RewardView;
import fan.encore.reward.StudioRewards;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The rewards of an artist, and one of them to create or edit. */
@Named
@ViewScoped
public class StudioRewardPage implements Serializable {

  @Inject private StudioRewards rewards;
  @Inject private StudioItems items;
  @Inject private StudioArtists artists;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String artist;
  private String code;
  private boolean saved;
  private RewardView reward;
  private RewardForm form = new RewardForm();
  private List<StudioItem> choice = List.of();
  private List<RewardView> rows = List.of();

  /** For the list. */
  public void list() {
    artist = artists.code(artist);
    if (artist != null) {
      rows = rewards.of(caller.id(), artist);
    }
  }

  /** For one of them. */
  public void open() {
    choice = items.of(caller.id(), artist);
    if (code != null) {
      reward = rewards.byCode(caller.id(), artist, code);
      form = RewardForm.of(reward);
    }
  }

  public void save() {
    if (reward == null) {
      rewards.create(caller.id(), artist, form.wanted());
      code = form.getCode();
    } else {
      rewards.edit(caller.id(), artist, reward.version(), form.wanted());
    }
    show();
  }

  public void withdraw() {
    rewards.withdraw(caller.id(), artist, code, !reward.withdrawn());
    show();
  }

  private void show() {
    browser.goTo("/studio/reward?artist=" + artist + "&code=" + code + "&saved=true");
  }

  public List<RewardView> getRows() {
    return rows;
  }

  /** The items that a reward may give or ask for. */
  public List<StudioItem> getChoice() {
    return choice;
  }

  /** Null for a new one. */
  public RewardView getReward() {
    return reward;
  }

  public RewardForm getForm() {
    return form;
  }

  public String getArtist() {
    return artist;
  }

  public void setArtist(String artist) {
    this.artist = artist;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public boolean isSaved() {
    return saved;
  }

  public void setSaved(boolean saved) {
    this.saved = saved;
  }
}
