package fan.encore.admin;

import fan.encore.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened in the business day so far, and what waits for somebody.
 *
 * @param day the business day
 * @param accounts all accounts
 * @param newAccounts registered today
 * @param orders ticket orders paid today
 * @param refunds ticket orders refunded today
 * @param draws calls of a draw today, of one or ten prizes
 * @param prizes prizes drawn today
 * @param openPayments payments begun and neither paid nor closed
 * @param failedPayments paid, but what was paid for could not be given
 * @param deadMessages given up; somebody must resend them
 * @param waitingMessages on their way
 * @param runningJobs batch runs under way
 * @param revenue captured today, one line for each currency and product
 * @param days the last days, oldest first, today included
 */
public record Today(
    LocalDate day,
    long accounts,
    long newAccounts,
    long orders,
    long refunds,
    long draws,
    long prizes,
    long openPayments,
    long failedPayments,
    long deadMessages,
    long waitingMessages,
    long runningJobs,
    List<Revenue> revenue,
    List<Day> days) {

  /**
   * @param product {@code DIAMONDS} or {@code TICKETS}
   * @param payments how many payments make the amount
   */
  public record Revenue(String product, long payments, Money amount) {}

  /** One business day in numbers. */
  public record Day(LocalDate day, long accounts, long orders, long prizes) {}
}
