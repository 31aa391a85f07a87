package fan.encore.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How our days and the provider's lie to each other. Ours are days of {@code ENCORE_BUSINESS_ZONE};
 * the provider's are UTC days, and it pays days later.
 */
@ApplicationScoped
public class BusinessDays {

  /** Refunds carry our time, not the provider's: clocks may differ by this much. */
  static final Duration CLOCKS = Duration.ofMinutes(5);

  private ZoneId zone;
  private int payoutDays;

  /** For the container. */
  public BusinessDays() {}

  /**
   * @param zone name of the business zone
   * @param payoutDays UTC days from a charge to the file that has it
   */
  @Inject
  public BusinessDays(
      @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo") String zone,
      @ConfigProperty(name = "ENCORE_SANDBOX_PAYOUT_DAYS", defaultValue = "2") int payoutDays) {
    this.zone = ZoneId.of(zone);
    this.payoutDays = payoutDays;
  }

  public ZoneId zone() {
    return zone;
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The first moment that is no longer of this day. */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The provider's UTC days that begin within this business day: one, or none or two at DST. */
  public List<LocalDate> filesOf(LocalDate day) {
    return Stream.of(day.minusDays(1), day, day.plusDays(1))
        .filter(file -> dayOf(file.atStartOfDay(ZoneOffset.UTC).toInstant()).equals(day))
        .toList();
  }

  /** The UTC day of the newest file that belongs to this business day or an earlier one. */
  public LocalDate newestFile(LocalDate day) {
    return LocalDate.ofInstant(endOf(day).minusMillis(1), ZoneOffset.UTC);
  }

  /** The UTC day of the file that must have a payment or refund of this moment. */
  public LocalDate dueOn(Ours.Kind kind, Instant at) {
    Instant latest = kind == Ours.Kind.REFUND ? at.plus(CLOCKS) : at;
    return LocalDate.ofInstant(latest, ZoneOffset.UTC).plusDays(payoutDays);
  }
}
