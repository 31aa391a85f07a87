/** The caller's tickets for programs. */
package fan.encore.ticket.api;
