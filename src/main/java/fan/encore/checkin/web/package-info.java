/** The scanner's page. */
package fan.encore.checkin.web;
