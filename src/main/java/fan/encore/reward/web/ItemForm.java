package fan.encore.reward.web;

import fan.encore.collection.EditItem;
import fan.encore.collection.ItemKind;
import fan.encore.collection.NewItem;
import fan.encore.collection.Rarity;
import fan.encore.collection.StudioItem;
import java.io.Serializable;

/** An item as its artist types it. */
public class ItemForm implements Serializable {

  private String code;
  private String name;
  private String description;
  private Rarity rarity = Rarity.R;
  private ItemKind kind = ItemKind.DIGITAL;
  private int duplicates;
  private boolean giftable;

  static ItemForm of(StudioItem item) {
    ItemForm form = new ItemForm();
    form.code = item.item().code();
    form.name = item.item().name();
    form.description = item.description();
    form.rarity = item.item().rarity();
    form.kind = item.kind();
    form.duplicates = (int) item.duplicateMedals();
    form.giftable = item.giftable();
    return form;
  }

  NewItem created(String pictureKey) {
    return new NewItem(code, name, rarity, pictureKey, kind, words(), null, duplicates, giftable);
  }

  EditItem edited() {
    return new EditItem(name, words(), giftable);
  }

  private String words() {
    return description == null ? "" : description;
  }

  public Rarity[] getRarities() {
    return Rarity.values();
  }

  public ItemKind[] getKinds() {
    return ItemKind.values();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
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

  public Rarity getRarity() {
    return rarity;
  }

  public void setRarity(Rarity rarity) {
    this.rarity = rarity;
  }

  public ItemKind getKind() {
    return kind;
  }

  public void setKind(ItemKind kind) {
    this.kind = kind;
  }

  public int getDuplicates() {
    return duplicates;
  }

  public void setDuplicates(int duplicates) {
    this.duplicates = duplicates;
  }

  public boolean isGiftable() {
    return giftable;
  }

  public void setGiftable(boolean giftable) {
    this.giftable = giftable;
  }
}
