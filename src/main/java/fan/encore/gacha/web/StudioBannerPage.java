package fan.encore.gacha.web;

import fan.encore.artist.Artist;
import fan.encore.gacha.BannerPreview;
import fan.encore.gacha.Inspection;
import fan.encore.gacha.Release;
import fan.encore.gacha.StudioBanners;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a banner's draft, checks it and publishes it. */
@Named
@ViewScoped
public class StudioBannerPage implements Serializable {

  @Inject private StudioBanners studio;
  @Inject private Inspection inspection;
  @Inject private Release release;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String code;
  private String done;
  private BannerForm form = new BannerForm();
  private transient BannerPreview preview;

  public void open() {
    if (code != null) {
      form = BannerForm.of(studio.draft(caller.id(), code));
    } else if (form.getArtistCode() == null) {
      getArtists().stream().findFirst().ifPresent(artist -> form.setArtistCode(artist.code()));
      form.getItems().add(new ItemForm());
    }
  }

  /** Keeps everything, right or wrong. */
  public void save() {
    studio.save(caller.id(), form.draft());
    browser.goTo("/studio/banner?code=" + form.getCode() + "&done=saved");
  }

  /** Keeps everything and shows what fans would see. */
  public void check() {
    studio.save(caller.id(), form.draft());
    browser.goTo("/studio/banner-preview?code=" + form.getCode());
  }

  public void publish() {
    release.publish(caller.id(), code);
    browser.goTo("/studio/banner?code=" + code + "&done=published");
  }

  public void withdraw() {
    release.withdraw(caller.id(), code);
    browser.goTo("/studio/banner?code=" + code + "&done=withdrawn");
  }

  public void addItem() {
    form.getItems().add(new ItemForm());
  }

  public void removeItem(ItemForm item) {
    form.getItems().remove(item);
  }

  public void addStep() {
    form.getRules().getSteps().add(new StepForm());
  }

  public void removeStep(StepForm step) {
    form.getRules().getSteps().remove(step);
  }

  /** The problems of the fields that begin so, in words; empty if there are none. */
  public String problem(String field) {
    if (code == null) {
      return "";
    }
    if (preview == null) {
      preview = inspection.of(form.draft());
    }
    return preview.problems().stream()
        .filter(problem -> problem.field().startsWith(field))
        .map(problem -> Texts.get(caller.locale(), problem.code(), problem.arguments().toArray()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  public List<Artist> getArtists() {
    return studio.artists(caller.id());
  }

  /** The rarest first. */
  public List<String> getRarities() {
    return form.getTiers().stream().map(TierForm::getTier).toList();
  }

  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.contains("/"))
        .sorted()
        .toList();
  }

  public BannerForm getForm() {
    return form;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
