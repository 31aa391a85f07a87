package fan.encore.reward.web;

import fan.encore.reward.OfferReward;
import fan.encore.reward.RewardView;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A reward as its artist types it; times are in UTC. */
public class RewardForm implements Serializable {

  private String code;
  private String itemCode;
  private String name;
  private String description;
  private long price = 10;
  private int stock = 100;
  private int limit = 1;
  private LocalDateTime opensAt;
  private LocalDateTime closesAt;
  private List<String> conditions = List.of();

  static RewardForm of(RewardView reward) {
    RewardForm form = new RewardForm();
    form.code = reward.code();
    form.itemCode = reward.item().code();
    form.name = reward.name();
    form.description = reward.description();
    form.price = reward.priceMedals();
    form.stock = reward.stock();
    form.limit = reward.limitPerFan();
    form.opensAt = LocalDateTime.ofInstant(reward.opensAt(), ZoneOffset.UTC);
    form.closesAt = LocalDateTime.ofInstant(reward.closesAt(), ZoneOffset.UTC);
    form.conditions = reward.conditions();
    return form;
  }

  OfferReward wanted() {
    return new OfferReward(
        code,
        itemCode,
        name,
        description == null ? "" : description,
        price,
        stock,
        limit,
        instant(opensAt),
        instant(closesAt),
        conditions == null ? List.of() : conditions);
  }

  private static Instant instant(LocalDateTime typed) {
    return typed == null ? null : typed.toInstant(ZoneOffset.UTC);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getItemCode() {
    return itemCode;
  }

  public void setItemCode(String itemCode) {
    this.itemCode = itemCode;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public long getPrice() {
    return price;
  }

  public void setPrice(long price) {
    this.price = price;
  }

  public int getStock() {
    return stock;
  }

  public void setStock(int stock) {
    this.stock = stock;
  }

  public int getLimit() {
    return limit;
  }

  public void setLimit(int limit) {
    this.limit = limit;
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

  public List<String> getConditions() {
    return conditions;
  }

  public void setConditions(List<String> conditions) {
    this.conditions = conditions;
  }
}
