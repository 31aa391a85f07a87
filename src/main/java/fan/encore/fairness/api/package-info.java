/** The log for programs: everything in it is public, and most of it never changes. */
package fan.encore.fairness.api;
