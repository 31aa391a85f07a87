/** Transfers for programs. */
package fan.encore.transfer.api;
