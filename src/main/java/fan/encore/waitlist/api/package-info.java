/** Waiting lists for programs. */
package fan.encore.waitlist.api;
