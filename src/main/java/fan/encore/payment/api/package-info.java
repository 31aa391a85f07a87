/** The caller's payments for programs, and the door at which providers knock. */
package fan.encore.payment.api;
