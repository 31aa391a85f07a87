/** The caller's diamonds and their history, for programs. */
package fan.encore.wallet.api;
