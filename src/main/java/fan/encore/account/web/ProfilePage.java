package fan.encore.account.web;

import fan.encore.account.Accounts;
import fan.encore.account.Profile;
import fan.encore.account.UpdateProfile;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Collator;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody tells about herself. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {

  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String email;
  private String displayName;
  private LocalDate birthDate;
  private String country;
  private String language;
  private String phone;
  private boolean saved;
  private List<Country> countries;

  /**
   * @param name in the page's language
   */
  public record Country(String code, String name) implements Serializable {}

  public void open() {
    Profile profile = accounts.profile(caller.id());
    email = profile.email();
    displayName = profile.displayName();
    birthDate = profile.birthDate();
    country = profile.country();
    language = profile.language();
    phone = profile.phone();
    countries = countries(caller.locale());
  }

  public void save() {
    accounts.updateProfile(
        caller.id(), new UpdateProfile(displayName, birthDate, country, language, phone));
    browser.speaks(Locale.forLanguageTag(language));
    browser.goTo("/my/profile?saved=true");
  }

  private static List<Country> countries(Locale locale) {
    Collator collator = Collator.getInstance(locale);
    return Stream.of(Locale.getISOCountries())
        .map(
            code ->
                new Country(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
        .sorted((a, b) -> collator.compare(a.name(), b.name()))
        .toList();
  }

  /** The years that the calendar offers for a birth date. */
  public String getYears() {
    int year = Year.now().getValue();
    return (year - 120) + ":" + year;
  }

  public List<Country> getCountries() {
    return countries;
  }

  public Locale[] getLanguages() {
    return Texts.LANGUAGES.clone();
  }

  public String getEmail() {
    return email;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(LocalDate birthDate) {
    this.birthDate = birthDate;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public boolean isSaved() {
    return saved;
  }

  public void setSaved(boolean saved) {
    this.saved = saved;
  }
}
