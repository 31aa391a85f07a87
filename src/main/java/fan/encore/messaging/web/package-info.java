/** The page on which administrators find, explain and resend messages. */
package fan.encore.messaging.web;
