/**
 * The nightly reports for programs of role FINANCE or ADMIN.
 *
 * <p>Promises: amounts in whole minor units; the figures are those of the page.
 *
 * <p>Invariants: a run of a day that is under way is a conflict, one that is over may be repeated
 * at any time and changes nothing unless the facts did.
 */
package fan.encore.finance.api;
