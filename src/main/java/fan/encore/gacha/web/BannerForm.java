package fan.encore.gacha.web;

import fan.encore.gacha.BannerDraft;
import fan.encore.gacha.Design;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A banner as an artist types it; times are local times of its zone. */
public class BannerForm implements Serializable {

  private String artistCode;
  private String code;
  private String group;
  private String zone = "Asia/Tokyo";
  private String title;
  private String story;
  private LocalDateTime opensAt;
  private LocalDateTime closesAt;
  private LocalDateTime inForceAt;
  private String pictureKey;
  private RulesForm rules = new RulesForm();
  private final List<ItemForm> items = new ArrayList<>();
  private final List<TierForm> tiers = Stream.of("SSR", "SR", "R", "N").map(TierForm::new).toList();

  static BannerForm of(BannerDraft draft) {
    BannerForm form = new BannerForm();
    form.artistCode = draft.artistCode();
    form.code = draft.code();
    form.group = draft.group();
    form.zone = draft.zone();
    form.title = draft.title();
    form.story = draft.story();
    form.opensAt = draft.opensAt();
    form.closesAt = draft.closesAt();
    form.inForceAt = draft.inForceAt();
    form.pictureKey = draft.pictureKey();
    form.rules = RulesForm.of(draft);
    draft.items().forEach(item -> form.items.add(ItemForm.of(item)));
    for (TierForm tier : form.tiers) {
      form.read(tier, draft);
    }
    return form;
  }

  private void read(TierForm form, BannerDraft draft) {
    String tier = form.getTier();
    draft.tiers().stream()
        .filter(one -> one.name().equals(tier))
        .forEach(one -> form.setChance(TierForm.percent(one.weight())));
    draft.pity().stream().filter(one -> one.tier().equals(tier)).forEach(form::read);
    draft.rateUps().stream().filter(one -> one.tier().equals(tier)).forEach(form::read);
  }

  BannerDraft draft() {
    List<Design.Track> pity = new ArrayList<>();
    List<Design.RateUp> rateUps = new ArrayList<>();
    tiers.forEach(tier -> tier.write(pity, rateUps));
    return new BannerDraft(
        artistCode,
        code,
        group == null || group.isBlank() ? null : group,
        zone,
        title,
        story,
        opensAt,
        closesAt,
        inForceAt,
        pictureKey,
        items.stream().map(ItemForm::item).toList(),
        tiers.stream()
            .map(tier -> new Design.Tier(tier.getTier(), TierForm.perMillion(tier.getChance())))
            .toList(),
        rules.prices(),
        pity,
        rateUps,
        rules.guaranteed(),
        rules.stepUp(),
        rules.ceiling(),
        rules.boxed(),
        rules.caps(),
        rules.isFreeDaily(),
        rules.isPaidOnly());
  }

  public RulesForm getRules() {
    return rules;
  }

  public List<ItemForm> getItems() {
    return items;
  }

  public List<TierForm> getTiers() {
    return tiers;
  }

  public String getArtistCode() {
    return artistCode;
  }

  public void setArtistCode(String artistCode) {
    this.artistCode = artistCode;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getPictureKey() {
    return pictureKey;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getStory() {
    return story;
  }

  public void setStory(String story) {
    this.story = story;
  }

  public LocalDateTime getOpensAt() {
    return opensAt;
  }

  public void setOpensAt(LocalDateTime opensAt) {
    this.opensAt = opensAt;
  }

  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }

  public LocalDateTime getInForceAt() {
    return inForceAt;
  }

  public void setInForceAt(LocalDateTime inForceAt) {
    this.inForceAt = inForceAt;
  }
}
