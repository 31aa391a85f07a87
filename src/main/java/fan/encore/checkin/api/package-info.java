/** Scanning and counting for programs, the scanner's page among them. */
package fan.encore.checkin.api;
