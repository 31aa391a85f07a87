package fan.encore.reward.web;

import fan.encore.collection.ItemKind;
import fan.encore.collection.StudioItem;
import fan.encore.collection.StudioItems;
import fan.encore.promo.VoucherTerms;
import fan.encore.reward.StudioRewards;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** Creates and edits one item: what it is, its picture, its file, what its voucher is worth. */
@Named
@ViewScoped
public class StudioItemPage implements Serializable {

  @Inject private StudioItems items;
  @Inject private StudioRewards rewards;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String artist;
  private String code;
  private boolean saved;
  private StudioItem item;
  private ItemForm form = new ItemForm();
  private transient Part upload;
  private long amount = 1_000;
  private int days = 180;

  public void open() {
    if (code == null) {
      return;
    }
    item = items.byCode(caller.id(), artist, code);
    form = ItemForm.of(item);
    if (item.kind() == ItemKind.VOUCHER) {
      rewards
          .terms(caller.id(), artist, code)
          .ifPresent(
              terms -> {
                amount = terms.amount().minor();
                days = terms.validDays();
              });
    }
  }

  public void create() throws IOException {
    code = form.getCode();
    items.create(caller.id(), artist, form.created(items.storePicture(bytes())));
    show();
  }

  public void save() {
    items.edit(caller.id(), artist, code, form.edited());
    show();
  }

  public void savePicture() throws IOException {
    items.showPicture(caller.id(), artist, code, bytes());
    show();
  }

  public void saveFile() throws IOException {
    items.putFile(caller.id(), artist, code, upload.getSubmittedFileName(), bytes());
    show();
  }

  public void saveTerms() {
    rewards.setTerms(caller.id(), artist, code, new VoucherTerms(new Money(amount, "JPY"), days));
    show();
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = upload.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private void show() {
    browser.goTo("/studio/item?artist=" + artist + "&code=" + code + "&saved=true");
  }

  /** Null for a new one. */
  public StudioItem getItem() {
    return item;
  }

  public ItemForm getForm() {
    return form;
  }

  public Part getUpload() {
    return upload;
  }

  public void setUpload(Part upload) {
    this.upload = upload;
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

  public long getAmount() {
    return amount;
  }

  public void setAmount(long amount) {
    this.amount = amount;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
