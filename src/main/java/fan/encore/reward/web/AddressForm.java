package fan.encore.reward.web;

import fan.encore.collection.PostalAddress;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Where a parcel shall go, as it is typed. */
public class AddressForm implements Serializable {

  private String recipient;
  private String postalCode;
  private String region;
  private String city;
  private String street;
  private String country = "JP";
  private String phone;

  /**
   * @param name in the page's language
   */
  public record Country(String code, String name) implements Serializable {}

  /** The address; what was left out is empty. */
  PostalAddress address() {
    return new PostalAddress(
        recipient, text(postalCode), text(region), city, street, country, digits(phone));
  }

  /** All countries by their names in this language. */
  public List<Country> countries(Locale language) {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Country(code, new Locale("", code).getDisplayCountry(language)))
        .sorted(Comparator.comparing(Country::name))
        .toList();
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static String digits(String typed) {
    return typed == null ? null : typed.replaceAll("[\\s()-]", "");
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String street) {
    this.street = street;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }
}
