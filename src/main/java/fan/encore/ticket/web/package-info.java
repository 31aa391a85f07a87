/** "My tickets" and the download of their documents. */
package fan.encore.ticket.web;
