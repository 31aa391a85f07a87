package fan.encore.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A person who can sign in. The password is not here, see {@link Passwords}. */
@Entity
@Table(schema = "encore", name = "account")
public class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private Long id;

  @Column(name = "email")
  private String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  @Column(name = "country")
  private String country;

  @Column(name = "language")
  private String language;

  @Column(name = "phone")
  private String phone;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private AccountStatus status;

  @Column(name = "suspended_reason")
  private String suspendedReason;

  @Column(name = "created_at")
  private Instant createdAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      schema = "encore",
      name = "account_role",
      joinColumns = @JoinColumn(name = "account_id"))
  @Enumerated(EnumType.STRING)
  @Column(name = "role")
  private Set<Role> roles;

  @Version
  @Column(name = "version")
  private int version;

  /** For the persistence provider. */
  protected Account() {}

  /** A new account of a fan whose address is not confirmed yet. */
  public Account(Register command, Clock clock) {
    this.email = command.email();
    this.displayName = command.displayName();
    this.language = command.language();
    this.status = AccountStatus.UNCONFIRMED;
    this.createdAt = clock.instant();
    this.roles = new HashSet<>(Set.of(Role.FAN));
  }

  /** The address is proven to be the owner's. */
  public void confirm() {
    become(AccountStatus.ACTIVE);
  }

  public void updateProfile(UpdateProfile command) {
    this.displayName = command.displayName();
    this.birthDate = command.birthDate();
    this.country = command.country();
    this.language = command.language();
    this.phone = command.phone();
  }

  /**
   * @param reason for administrators, kept with the account so that it can be erased with it
   */
  public void suspend(String reason) {
    become(AccountStatus.SUSPENDED);
    this.suspendedReason = reason;
  }

  public void reinstate() {
    become(AccountStatus.ACTIVE);
    this.suspendedReason = null;
  }

  public void grant(Role role) {
    if (role == Role.SYSTEM) {
      throw new IllegalArgumentException("SYSTEM is never granted");
    }
    roles.add(role);
  }

  private void become(AccountStatus next) {
    if (!status.canBecome(next)) {
      throw new StatusRefused();
    }
    status = next;
  }

  public long id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String displayName() {
    return displayName;
  }

  /** Null when the owner did not tell. */
  public LocalDate birthDate() {
    return birthDate;
  }

  /** ISO 3166-1 alpha-2, or null. */
  public String country() {
    return country;
  }

  /** {@code en} or {@code ja}. */
  public String language() {
    return language;
  }

  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  /** E.164 such as {@code +819012345678}, or null. */
  public String phone() {
    return phone;
  }

  public AccountStatus status() {
    return status;
  }

  /** Why it is suspended, or null. */
  public String suspendedReason() {
    return suspendedReason;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Set<Role> roles() {
    return Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
