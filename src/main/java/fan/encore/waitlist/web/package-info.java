/** The pages of waiting lists. */
package fan.encore.waitlist.web;
