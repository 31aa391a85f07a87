package fan.encore.gacha.web;

import fan.encore.collection.Rarity;
import fan.encore.gacha.DraftItem;
import java.io.Serializable;

/** A row of items as an artist types it. */
public class ItemForm implements Serializable {

  private String code = "";
  private String name = "";
  private Rarity rarity = Rarity.N;
  private String pictureKey;
  private long duplicateMedals;
  private long weight;
  private boolean featured;
  private long copies;
  private boolean key;
  private long stock;
  private String substitute;

  static ItemForm of(DraftItem item) {
    ItemForm form = new ItemForm();
    form.code = item.code();
    form.name = item.name();
    form.rarity = item.rarity();
    form.pictureKey = item.pictureKey();
    form.duplicateMedals = item.duplicateMedals();
    form.weight = item.weight();
    form.featured = item.featured();
    form.copies = item.copies();
    form.key = item.key();
    form.stock = item.stock();
    form.substitute = item.substitute();
    return form;
  }

  DraftItem item() {
    return new DraftItem(
        code,
        name,
        rarity,
        pictureKey,
        duplicateMedals,
        weight,
        featured,
        copies,
        key,
        stock,
        substitute);
  }

  /** Whether it has more than a name, a rarity and a weight. */
  public boolean isAdvanced() {
    boolean counted = copies > 0 || stock > 0 || duplicateMedals > 0;
    return counted || featured || key || substitute != null && !substitute.isBlank();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null ? "" : code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Rarity getRarity() {
    return rarity;
  }

  public void setRarity(Rarity rarity) {
    this.rarity = rarity;
  }

  public long getDuplicateMedals() {
    return duplicateMedals;
  }

  public void setDuplicateMedals(long duplicateMedals) {
    this.duplicateMedals = duplicateMedals;
  }

  public long getWeight() {
    return weight;
  }

  public void setWeight(long weight) {
    this.weight = weight;
  }

  public boolean isFeatured() {
    return featured;
  }

  public void setFeatured(boolean featured) {
    this.featured = featured;
  }

  public long getCopies() {
    return copies;
  }

  public void setCopies(long copies) {
    this.copies = copies;
  }

  public boolean isKey() {
    return key;
  }

  public void setKey(boolean key) {
    this.key = key;
  }

  public long getStock() {
    return stock;
  }

  public void setStock(long stock) {
    this.stock = stock;
  }

  public String getSubstitute() {
    return substitute;
  }

  public void setSubstitute(String substitute) {
    this.substitute = substitute;
  }
}
