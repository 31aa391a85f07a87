package fan.encore.account;

import java.time.LocalDate;
import java.util.List;

/**
 * An account as its owner sees it.
 *
 * @param birthDate or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param language {@code en} or {@code ja}
 * @param phone E.164, or null
 * @param roles sorted by name
 */
public record Profile(
    long id,
    String email,
    String displayName,
    LocalDate birthDate,
    String country,
    String language,
    String phone,
    List<String> roles) {

  static Profile of(Account account) {
    return new Profile(
        account.id(),
        account.email(),
        account.displayName(),
        account.birthDate(),
        account.country(),
        account.language(),
        account.phone(),
        account.roles().stream().map(Role::name).sorted().toList());
  }
}
